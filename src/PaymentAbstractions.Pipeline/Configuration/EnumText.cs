using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions;

/// <summary>Reads a value of an enumeration by its name. <c>Enum.TryParse</c> takes numbers and lists too.</summary>
internal static class EnumText
{
    public static bool TryParse<T>([NotNullWhen(true)] string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
            && Enum.TryParse(text, ignoreCase: true, out value);
    }
}

using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions;

/// <summary>Parses an enum value by its name. <c>Enum.TryParse</c> would also accept numbers and lists.</summary>
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

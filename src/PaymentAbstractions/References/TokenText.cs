using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions;

internal static class TokenText
{
    public static bool IsValid([NotNullWhen(true)] string? value, int maxLength)
    {
        if (string.IsNullOrEmpty(value) || value.Length > maxLength)
        {
            return false;
        }

        foreach (var c in value)
        {
            if (c is <= ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    public static string Rule(int maxLength) =>
        $"must have 1 to {maxLength} printable ASCII characters without spaces.";
}

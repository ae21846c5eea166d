namespace PaymentAbstractions;

/// <summary>The check digit at the end of card numbers (Luhn). Source: ISO/IEC 7812-1, annex B.</summary>
internal static class CheckDigit
{
    /// <param name="digits">The values of the digits, the check digit last.</param>
    public static bool IsValid(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)];
            sum +=
                i % 2 == 0 ? digit
                : digit > 4 ? (digit * 2) - 9
                : digit * 2;
        }

        return sum % 10 == 0;
    }
}

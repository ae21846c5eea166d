namespace PaymentAbstractions;

/// <summary>Parses the text format of money digit by digit, so that cultures and number styles have no effect.</summary>
internal static class MoneyText
{
    private const int CodeLength = 3;

    // The shortest text consists of one digit, a space and a code.
    private const int MinimumLength = CodeLength + 2;

    public static MoneyTextProblem Read(ReadOnlySpan<char> text, out long minorUnits, out Currency currency) =>
        Read(text, decimals: null, out minorUnits, out currency);

    /// <summary>
    /// Parses an amount in units with the given number of decimals, or with those of its currency when it is <see langword="null"/>.
    /// </summary>
    public static MoneyTextProblem Read(ReadOnlySpan<char> text, int? decimals, out long units, out Currency currency)
    {
        units = 0;
        currency = default;
        if (text.Length < MinimumLength)
        {
            return MoneyTextProblem.Malformed;
        }

        // "USD 123" has a space in both places, so the first character decides.
        var codeFirst = char.IsAsciiLetter(text[0]);
        var space = codeFirst ? CodeLength : text.Length - CodeLength - 1;
        if (text[space] != ' ')
        {
            return MoneyTextProblem.Malformed;
        }

        var code = codeFirst ? text[..space] : text[(space + 1)..];
        var number = codeFirst ? text[(space + 1)..] : text[..space];
        if (!IsNumber(number))
        {
            return MoneyTextProblem.Malformed;
        }

        if (!Currency.TryParse(code, out currency))
        {
            return MoneyTextProblem.UnknownCurrency;
        }

        return currency.Exponent < 0
            ? MoneyTextProblem.NotMoney
            : ReadUnits(number, decimals ?? currency.Exponent, out units);
    }

    // -?digits(.digits)?
    private static bool IsNumber(ReadOnlySpan<char> number)
    {
        var unsigned = number.StartsWith('-') ? number[1..] : number;
        var point = unsigned.IndexOf('.');
        return point < 0 ? IsDigits(unsigned) : IsDigits(unsigned[..point]) && IsDigits(unsigned[(point + 1)..]);
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static MoneyTextProblem ReadUnits(ReadOnlySpan<char> number, int exponent, out long units)
    {
        units = 0;
        var isNegative = number[0] == '-';
        var unsigned = isNegative ? number[1..] : number;
        var point = unsigned.IndexOf('.');
        var whole = point < 0 ? unsigned : unsigned[..point];
        var decimals = point < 0 ? [] : unsigned[(point + 1)..];
        if (decimals.Length > exponent && decimals[exponent..].ContainsAnyExcept('0'))
        {
            return MoneyTextProblem.TooFine;
        }

        // The absolute value of the minimum is one more than the maximum.
        var limit = (UInt128)long.MaxValue + (isNegative ? 1u : 0u);
        UInt128 magnitude = 0;
        for (var position = 0; position < whole.Length + exponent; position++)
        {
            var place = position - whole.Length;
            var digit =
                place < 0 ? whole[position] - '0'
                : place < decimals.Length ? decimals[place] - '0'
                : 0;
            magnitude = (magnitude * 10) + (uint)digit;
            if (magnitude > limit)
            {
                return MoneyTextProblem.OutOfRange;
            }
        }

        units = (long)(isNegative ? -(Int128)magnitude : (Int128)magnitude);
        return MoneyTextProblem.None;
    }
}

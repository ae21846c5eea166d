namespace PaymentAbstractions;

/// <summary>The rules for all amounts of money, and the messages of their exceptions.</summary>
internal static class MoneyRules
{
    public const string AmountField = "Amount";

    /// <summary>Returns the decimals of a currency, and throws when it is missing or not money.</summary>
    public static int RequireExponent(Currency currency)
    {
        if (!currency.IsSpecified)
        {
            throw new PaymentRequestException("Currency", "is missing.");
        }

        return currency.Exponent >= 0 ? currency.Exponent : throw NotMoney(currency);
    }

    public static decimal PowerOfTen(int exponent) =>
        exponent switch
        {
            0 => 1m,
            1 => 10m,
            2 => 100m,
            3 => 1_000m,
            _ => 10_000m,
        };

    /// <summary>Converts units to an exact decimal with the given number of decimals.</summary>
    public static decimal ToDecimal(long units, int decimals)
    {
        // The absolute value of long.MinValue does not fit in a long.
        var magnitude = units < 0 ? unchecked((ulong)-units) : (ulong)units;
        return new decimal(
            unchecked((int)(uint)magnitude),
            unchecked((int)(uint)(magnitude >> 32)),
            hi: 0,
            isNegative: units < 0,
            (byte)decimals
        );
    }

    public static PaymentRequestException NotMoney(Currency currency) =>
        new("Currency", $"{currency.Code} is not money ({currency.Name}); use a currency that has a minor unit.");

    public static PaymentRequestException TooFine(Currency currency) =>
        new(AmountField, $"has more decimals than {currency.Code} allows ({currency.Exponent}); round it first.");

    public static PaymentRequestException OutOfRange(Currency currency) =>
        new(AmountField, $"is outside the range of 64-bit minor units of {currency.Code}.");

    public static InvalidOperationException Mixed(Currency left, Currency right) =>
        new($"Amounts of different currencies cannot be combined or compared: {left.Code} and {right.Code}.");
}

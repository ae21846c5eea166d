using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PaymentAbstractions;

// One text format, the same in every culture.
public readonly partial struct Money : IParsable<Money>
{
    /// <summary>Parses an amount and its currency, strictly and independent of the culture.</summary>
    /// <param name="text">
    /// The amount and the code with one space between them, in either order: <c>12.50 USD</c> or <c>USD 12.50</c>. The
    /// amount is an optional minus sign, digits, and optionally a point with digits; nothing else (no thousands
    /// separators, no exponent, no plus sign).
    /// </param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="PaymentRequestException">
    /// The text has another format, the code is unknown or not money, or the amount has too many decimals for the currency or is out of
    /// range. The field is <c>Amount</c> or <c>Currency</c>.
    /// </exception>
    public static Money Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problem = MoneyText.Read(text, out var minorUnits, out var currency);
        return problem switch
        {
            MoneyTextProblem.None => new Money(minorUnits, currency),
            MoneyTextProblem.UnknownCurrency => throw Currency.Unknown(),
            MoneyTextProblem.NotMoney => throw MoneyRules.NotMoney(currency),
            MoneyTextProblem.TooFine => throw MoneyRules.TooFine(currency),
            MoneyTextProblem.OutOfRange => throw MoneyRules.OutOfRange(currency),
            _ => throw new PaymentRequestException(
                MoneyRules.AmountField,
                "must be digits with a point for the decimals, one space and a currency code, for example 12.50 USD."
            ),
        };
    }

    /// <summary>Parses an amount and its currency as <see cref="Parse"/> does, without exceptions.</summary>
    /// <param name="text">The text, for example <c>12.50 USD</c>.</param>
    /// <param name="amount">The amount, or <c>default</c> when the method returns false.</param>
    /// <returns>Whether the text is a valid amount.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Money amount)
    {
        var valid = MoneyText.Read(text, out var minorUnits, out var currency) == MoneyTextProblem.None;
        amount = valid ? new Money(minorUnits, currency) : default;
        return valid;
    }

    static Money IParsable<Money>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Money>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out Money result
    ) => TryParse(s, out result);

    /// <summary>The amount with the decimals of its currency and the code, the same in every culture.</summary>
    /// <returns>For example <c>12.50 USD</c>; <c>(none)</c> for <c>default(Money)</c>.</returns>
    public override string ToString() =>
        IsSpecified ? string.Create(CultureInfo.InvariantCulture, $"{Amount} {_currency.Code}") : "(none)";
}

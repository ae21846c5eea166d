using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>An exact amount in one currency, stored in minor units.</summary>
/// <remarks>
/// <para>
/// An amount with more significant decimals than its currency has is refused, never rounded: 12.5 and 12.500 are valid in US dollars,
/// 12.505 is not. Amounts range over the 64-bit minor units of the currency and may be negative. Amounts of different currencies cannot be
/// combined, there is no conversion from floating-point numbers, and the culture never matters.
/// </para>
/// <para>
/// Compute a share or a percentage from <see cref="Amount"/>, round it by your own rule, and pass the result to the constructor.
/// </para>
/// <para>
/// Instances are immutable and thread-safe. <c>default(Money)</c> is not an amount and not zero: its amount and currency throw, and
/// <see cref="IsSpecified"/> is <see langword="false"/>.
/// </para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<Money>))]
public readonly partial struct Money : IEquatable<Money>, IComparable<Money>
{
    private readonly long _minorUnits;
    private readonly Currency _currency;

    /// <summary>Creates an amount.</summary>
    /// <param name="amount">The amount in major units, with no more significant decimals than the currency has.</param>
    /// <param name="currency">The currency; it must be money (<see cref="PaymentAbstractions.Currency.Exponent"/> is not -1).</param>
    /// <exception cref="PaymentRequestException">
    /// The amount has too many decimals for the currency or is out of range, or the currency is missing or not money. The field is
    /// <c>Amount</c> or <c>Currency</c>.
    /// </exception>
    public Money(decimal amount, Currency currency)
    {
        var exponent = MoneyRules.RequireExponent(currency);
        if (decimal.Round(amount, exponent) != amount)
        {
            throw MoneyRules.TooFine(currency);
        }

        // Compared before multiplying: the division by a power of ten is exact, and nothing can overflow.
        var unitsPerMajor = MoneyRules.PowerOfTen(exponent);
        if (amount > long.MaxValue / unitsPerMajor || amount < long.MinValue / unitsPerMajor)
        {
            throw MoneyRules.OutOfRange(currency);
        }

        _minorUnits = (long)(decimal.Round(amount, exponent) * unitsPerMajor);
        _currency = currency;
    }

    private Money(long minorUnits, Currency currency)
    {
        _minorUnits = minorUnits;
        _currency = currency;
    }

    /// <summary>Whether this is an amount; false only for <c>default(Money)</c>.</summary>
    public bool IsSpecified => _currency.IsSpecified;

    /// <summary>The amount in major units, with exactly the decimals of the currency: 12.50 for US dollars, 1250 for yen.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>.</exception>
    public decimal Amount => MoneyRules.ToDecimal(Specified._minorUnits, _currency.Exponent);

    /// <summary>The currency.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>.</exception>
    public Currency Currency => Specified._currency;

    /// <summary>Whether the amount is zero.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>.</exception>
    public bool IsZero => Specified._minorUnits == 0;

    /// <summary>Whether the amount is greater than zero.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>.</exception>
    public bool IsPositive => Specified._minorUnits > 0;

    /// <summary>Whether the amount is less than zero.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>.</exception>
    public bool IsNegative => Specified._minorUnits < 0;

    private Money Specified =>
        IsSpecified
            ? this
            : throw new InvalidOperationException(
                "default(Money) is not an amount; use new Money(...) or Money.Zero(...)."
            );

    /// <summary>Creates an amount from a currency code.</summary>
    /// <param name="amount">The amount in major units.</param>
    /// <param name="currencyCode">The alphabetic code, in any case, for example <c>USD</c>.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currencyCode"/> is <see langword="null"/>.</exception>
    /// <exception cref="PaymentRequestException">The code is unknown, or the constructor refuses the amount.</exception>
    public static Money Of(decimal amount, string currencyCode) => new(amount, Currency.Parse(currencyCode));

    /// <summary>Creates an amount of US dollars.</summary>
    /// <param name="amount">The amount in dollars, at most two decimals.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="PaymentRequestException">The amount has fractions of a cent or is out of range.</exception>
    public static Money Usd(decimal amount) => new(amount, Currency.Usd);

    /// <summary>Creates an amount of euros.</summary>
    /// <param name="amount">The amount in euros, at most two decimals.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="PaymentRequestException">The amount has fractions of a cent or is out of range.</exception>
    public static Money Eur(decimal amount) => new(amount, Currency.Eur);

    /// <summary>Creates an amount of zero.</summary>
    /// <param name="currency">The currency; it must be money.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="PaymentRequestException">The currency is missing or not money.</exception>
    public static Money Zero(Currency currency) => FromMinorUnits(0, currency);

    /// <summary>Creates an amount from minor units: 1250 is 12.50 US dollars, 1250 yen, 1.250 Kuwaiti dinars.</summary>
    /// <param name="minorUnits">The number of minor units.</param>
    /// <param name="currency">The currency; it must be money.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="PaymentRequestException">The currency is missing or not money.</exception>
    public static Money FromMinorUnits(long minorUnits, Currency currency)
    {
        _ = MoneyRules.RequireExponent(currency);
        return new Money(minorUnits, currency);
    }

    /// <summary>The amount in minor units: 12.50 US dollars are 1250, 1250 yen are 1250.</summary>
    /// <returns>The number of minor units.</returns>
    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>.</exception>
    public long ToMinorUnits() => Specified._minorUnits;
}

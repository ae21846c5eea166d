using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The exact price of one unit of a line item: not negative, with up to four decimals regardless of the currency.</summary>
/// <remarks>
/// Commercial card data has unit prices with more decimals than payments have. A price with more than four decimals is refused, never
/// rounded. Instances are immutable and thread-safe. <c>default(UnitPrice)</c> is not a price and not zero: its amount and currency throw,
/// and <see cref="IsSpecified"/> is <see langword="false"/>.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<UnitPrice>))]
public readonly struct UnitPrice : IEquatable<UnitPrice>, IParsable<UnitPrice>
{
    /// <summary>The maximum number of decimals of a unit price.</summary>
    public const int MaxDecimals = 4;

    private const decimal UnitsPerMajor = 10_000m;

    private readonly long _tenThousandths;
    private readonly Currency _currency;

    /// <summary>Creates a unit price.</summary>
    /// <param name="amount">The price in major units: zero or more, at most four significant decimals.</param>
    /// <param name="currency">The currency; it must be money.</param>
    /// <exception cref="PaymentRequestException">
    /// The price is negative, has more than four decimals or is above the range of 64-bit ten-thousandths, or the currency is missing or
    /// not money. The field is <c>UnitPrice</c> or <c>Currency</c>.
    /// </exception>
    public UnitPrice(decimal amount, Currency currency)
    {
        _ = MoneyRules.RequireExponent(currency);
        if (amount < 0)
        {
            throw Refused("must not be negative.");
        }

        if (decimal.Round(amount, MaxDecimals) != amount)
        {
            throw Refused("has more than four decimals; round it first.");
        }

        if (amount > long.MaxValue / UnitsPerMajor)
        {
            throw Refused("is outside the range of 64-bit ten-thousandths.");
        }

        _tenThousandths = (long)(decimal.Round(amount, MaxDecimals) * UnitsPerMajor);
        _currency = currency;
    }

    private UnitPrice(long tenThousandths, Currency currency)
    {
        _tenThousandths = tenThousandths;
        _currency = currency;
    }

    /// <summary>Whether this is a price; false only for <c>default(UnitPrice)</c>.</summary>
    public bool IsSpecified => _currency.IsSpecified;

    /// <summary>The price in major units, with at least the decimals of the currency and without further trailing zeros.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(UnitPrice)</c>.</exception>
    public decimal Amount
    {
        get
        {
            var decimals = MaxDecimals;
            var units = Specified._tenThousandths;
            for (; decimals > _currency.Exponent && units % 10 == 0; decimals--)
            {
                units /= 10;
            }

            return MoneyRules.ToDecimal(units, decimals);
        }
    }

    /// <summary>The currency.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(UnitPrice)</c>.</exception>
    public Currency Currency => Specified._currency;

    private UnitPrice Specified =>
        IsSpecified
            ? this
            : throw new InvalidOperationException("default(UnitPrice) is not a price; use new UnitPrice(...).");

    /// <summary>
    /// The price in ten-thousandths of the major unit, regardless of the decimals of the currency: 0.1275 US dollars are 1275.
    /// </summary>
    /// <returns>The number of ten-thousandths, zero or more.</returns>
    /// <exception cref="InvalidOperationException">This is <c>default(UnitPrice)</c>.</exception>
    public long ToTenThousandths() => Specified._tenThousandths;

    /// <summary>Creates a unit price from a currency code.</summary>
    /// <param name="amount">The price in major units: zero or more, at most four decimals.</param>
    /// <param name="currencyCode">The alphabetic code, in any case, for example <c>USD</c>.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currencyCode"/> is <see langword="null"/>.</exception>
    /// <exception cref="PaymentRequestException">The code is unknown, or the constructor refuses the price.</exception>
    public static UnitPrice Of(decimal amount, string currencyCode) => new(amount, Currency.Parse(currencyCode));

    /// <summary>Parses a price and its currency, strictly and independent of the culture.</summary>
    /// <param name="text">The price and the code with one space between them, in the format of <see cref="Money.Parse"/>.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="PaymentRequestException">
    /// The text has another format, the code is unknown or not money, or the price is negative, has more than four decimals or is out of
    /// range. The field is <c>UnitPrice</c>.
    /// </exception>
    public static UnitPrice Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var price)
            ? price
            : throw Refused("must be a price with at most four decimals and a currency, for example 0.1275 USD.");
    }

    /// <summary>Parses a price and its currency as <see cref="Parse"/> does, without exceptions.</summary>
    /// <param name="text">The text, for example <c>0.1275 USD</c>.</param>
    /// <param name="price">The price, or <c>default</c> when the method returns false.</param>
    /// <returns>Whether the text is a valid price.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out UnitPrice price)
    {
        var problem = MoneyText.Read(text, MaxDecimals, out var tenThousandths, out var currency);
        var valid = problem == MoneyTextProblem.None && tenThousandths >= 0;
        price = valid ? new UnitPrice(tenThousandths, currency) : default;
        return valid;
    }

    static UnitPrice IParsable<UnitPrice>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<UnitPrice>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out UnitPrice result
    ) => TryParse(s, out result);

    /// <summary>Whether two prices have the same value and currency.</summary>
    /// <param name="left">One price.</param>
    /// <param name="right">The other price.</param>
    /// <returns><see langword="true"/> when both agree.</returns>
    public static bool operator ==(UnitPrice left, UnitPrice right) => left.Equals(right);

    /// <summary>Whether two prices differ in value or currency.</summary>
    /// <param name="left">One price.</param>
    /// <param name="right">The other price.</param>
    /// <returns><see langword="true"/> when either differs.</returns>
    public static bool operator !=(UnitPrice left, UnitPrice right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(UnitPrice other) => _tenThousandths == other._tenThousandths && _currency == other._currency;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is UnitPrice other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_tenThousandths, _currency);

    /// <summary>The price and the code, the same in every culture.</summary>
    /// <returns>For example <c>0.1275 USD</c>; <c>(none)</c> for <c>default(UnitPrice)</c>.</returns>
    public override string ToString() =>
        IsSpecified ? string.Create(CultureInfo.InvariantCulture, $"{Amount} {_currency.Code}") : "(none)";

    private static PaymentRequestException Refused(string message) => new(nameof(UnitPrice), message);
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>A currency of ISO 4217.</summary>
/// <remarks>
/// <para>
/// The table is the list published on 2024-06-25 with the later changes: the Caribbean guilder (XCG) replaced ANG in March 2025, and the
/// euro replaced BGN in January 2026. Replaced currencies still parse: new charges in them are refused, but earlier charges can be
/// captured, voided, refunded and looked up.
/// </para>
/// <para>
/// Instances are immutable and thread-safe. <c>default(Currency)</c> names no currency: its properties throw, and <see cref="ToString"/>
/// returns <c>(none)</c>.
/// </para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<Currency>))]
public readonly partial struct Currency : IEquatable<Currency>, IParsable<Currency>
{
    private readonly CurrencyEntry? _entry;

    internal Currency(CurrencyEntry entry) => _entry = entry;

    /// <summary>Every currency of the table, in the order of the codes, including those that cannot be charged.</summary>
    public static IReadOnlyList<Currency> All => CurrencyTable.All;

    /// <summary>Whether this names a currency; false only for <c>default(Currency)</c>.</summary>
    public bool IsSpecified => _entry is not null;

    /// <summary>The alphabetic code: three upper-case letters, for example <c>USD</c>.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Currency)</c>.</exception>
    public string Code => Entry.Code;

    /// <summary>The numeric code: three digits with leading zeros, for example <c>036</c>.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Currency)</c>.</exception>
    public string NumericCode => Entry.NumericCode;

    /// <summary>
    /// The number of decimals of the minor unit, 0 to 4; -1 when the code is not money (metals, units of account, test codes).
    /// </summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Currency)</c>.</exception>
    public int Exponent => Entry.Exponent;

    /// <summary>
    /// Whether a new payment may be made in this currency according to the current table. <see langword="false"/> for replaced currencies,
    /// regardless of the date, for fund codes and for codes that are not money.
    /// </summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Currency)</c>.</exception>
    public bool IsChargeable => Entry.IsChargeable;

    /// <summary>The currency that replaced this one; <see langword="null"/> if it was not replaced.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Currency)</c>.</exception>
    public Currency? ReplacedBy => Entry.ReplacedBy is { } code ? Parse(code) : null;

    /// <summary>The first day on which new charges in this currency are refused; <see langword="null"/> if it was not replaced.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Currency)</c>.</exception>
    public DateOnly? ReplacedOn => Entry.ReplacedOn;

    /// <summary>The English name, for example <c>US Dollar</c>.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Currency)</c>.</exception>
    public string Name => Entry.Name;

    private CurrencyEntry Entry =>
        _entry
        ?? throw new InvalidOperationException(
            "default(Currency) is not a currency; use Currency.Parse or one of the named currencies."
        );

    /// <summary>Parses an alphabetic code, ignoring the case of ASCII letters, independent of the culture.</summary>
    /// <param name="code">Three letters without spaces, for example <c>USD</c>.</param>
    /// <returns>The currency.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="PaymentRequestException">The table does not contain the code; the field is <c>Currency</c>.</exception>
    public static Currency Parse(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryParse(code, out var currency) ? currency : throw Unknown();
    }

    /// <summary>Parses an alphabetic code without exceptions.</summary>
    /// <param name="code">Three letters without spaces, in any case.</param>
    /// <param name="currency">The currency, or <c>default</c> when the method returns false.</param>
    /// <returns>Whether the table contains the code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? code, out Currency currency) =>
        TryParse(code.AsSpan(), out currency);

    /// <summary>Parses an alphabetic code without exceptions and without allocations.</summary>
    /// <param name="code">Three letters without spaces, in any case.</param>
    /// <param name="currency">The currency, or <c>default</c> when the method returns false.</param>
    /// <returns>Whether the table contains the code.</returns>
    public static bool TryParse(ReadOnlySpan<char> code, out Currency currency)
    {
        var entry = CurrencyTable.Find(code);
        currency = entry is null ? default : new Currency(entry);
        return entry is not null;
    }

    /// <summary>Whether two currencies have the same code.</summary>
    /// <param name="left">One currency.</param>
    /// <param name="right">The other currency.</param>
    /// <returns><see langword="true"/> when they are the same.</returns>
    public static bool operator ==(Currency left, Currency right) => left.Equals(right);

    /// <summary>Whether two currencies have different codes.</summary>
    /// <param name="left">One currency.</param>
    /// <param name="right">The other currency.</param>
    /// <returns><see langword="true"/> when they differ.</returns>
    public static bool operator !=(Currency left, Currency right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(Currency other) => ReferenceEquals(_entry, other._entry);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Currency other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _entry is null ? 0 : StringComparer.Ordinal.GetHashCode(_entry.Code);

    /// <summary>The alphabetic code, or <c>(none)</c> for <c>default(Currency)</c>.</summary>
    /// <returns>For example <c>USD</c>.</returns>
    public override string ToString() => _entry?.Code ?? "(none)";

    static Currency IParsable<Currency>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Currency>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out Currency result
    ) => TryParse(s, out result);

    // The offending text is left out, because it may be a misplaced card number.
    internal static PaymentRequestException Unknown() =>
        new("Currency", "must be an alphabetic ISO 4217 code of three letters, such as USD.");
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The response code of an authorization: the two characters of ISO 8583 field 39, with the card schemes' extensions.</summary>
/// <remarks>
/// <para>
/// What a code means depends on the card's brand, so meaning, category, advice and retries all come from one row of one
/// <see cref="ResponseCodeTable"/>: that of the brand, else the neutral one, and the strictest where the brand is not known. Which category
/// and advice follow from a code is this library's reading, not any scheme's. The provider's own code and message, and the network's, are
/// kept apart from this one and never mixed into it.
/// </para>
/// <para>
/// Everything outside the table is the one explicit <see cref="Unmapped"/>, which is also <c>default</c> and never an
/// approval. Two codes are equal when their characters are equal, whatever their source and the reading.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(ResponseCodeJsonConverter))]
public readonly struct ResponseCode : IEquatable<ResponseCode>
{
    private static readonly RetryAllowance OfVisa = new() { MaxRetries = 20, Window = TimeSpan.FromDays(30) };

    // Of a card, a merchant and an amount; ten declines of a card in a day besides.
    private static readonly RetryAllowance OfMastercard = new() { MaxRetries = 35, Window = TimeSpan.FromDays(30) };

    private readonly ResponseRow? _row;

    private ResponseCode(ResponseRow? row, ResponseReading reading)
    {
        _row = row;
        Reading = row is null ? reading with { Original = null, MerchantAdvice = null } : reading;
    }

    /// <summary>The code of everything that the table does not know; the same as <c>default</c>.</summary>
    public static ResponseCode Unmapped => default;

    /// <summary>Every code of two characters, digits first, in its neutral reading, without <see cref="Unmapped"/>.</summary>
    public static IReadOnlyList<ResponseCode> All { get; } =
        Array.AsReadOnly(
            Array.ConvertAll(
                NeutralRows.Rows,
                static row => new ResponseCode(row, new ResponseReading(ResponseCodeSource.Provider))
            )
        );

    /// <summary>The two characters, for example <c>51</c>; <c>??</c> for <see cref="Unmapped"/>.</summary>
    public string Value => Row.Value;

    /// <summary>The three digits that the provider sent, when it sent three; else null.</summary>
    public string? Original => Reading.Original;

    /// <summary>The brand by which it was read; not specified where that is not known.</summary>
    public CardBrand Brand => Reading.Brand;

    /// <summary>What the issuer advises, for Mastercard and Maestro where the provider passes it on; else null.</summary>
    public MerchantAdvice? MerchantAdvice => IsDecline ? Reading.MerchantAdvice : null;

    /// <summary>What the code means, in English, for people who read logs; never shown to a cardholder as it is.</summary>
    public string Meaning => Row.Meaning;

    /// <summary>The reason that stands behind the code.</summary>
    public ResponseCategory Category => Row.Category;

    /// <summary>What to do next: what the issuer advises, else <see cref="ResponseAdvice"/> tells the rule by which it follows.</summary>
    public ResponseAdvice Advice
    {
        get
        {
            var advice = MerchantAdvice?.Advice ?? Row.Advice;
            return advice == ResponseAdvice.AuthenticateCustomer && Reading.IsMerchantInitiated
                ? ResponseAdvice.BringCustomerBack
                : advice;
        }
    }

    /// <summary>Visa's category of the decline; none for other brands and for a code that was read out of a text for people.</summary>
    public RetryCategory RetryCategory =>
        Source == ResponseCodeSource.DerivedFromText ? RetryCategory.None
        : Brand == CardBrand.Visa && IsDecline && Row.RetryCategory == RetryCategory.None ? RetryCategory.Generic
        : Row.RetryCategory;

    /// <summary>
    /// How often the scheme lets the same card be tried again after this decline. <see cref="RetryAllowance.Nothing"/> where it must not
    /// be, for what is no decline, and for a code that was read out of a text for people.
    /// </summary>
    public RetryAllowance Retries =>
        !IsDecline
        || Source == ResponseCodeSource.DerivedFromText
        || Advice is ResponseAdvice.DoNotRetry or ResponseAdvice.LookUp
        || RetryCategory == RetryCategory.NeverRetry
            ? RetryAllowance.Nothing
            : Row.Retries ?? (Brand == CardBrand.Mastercard || Brand == CardBrand.Maestro ? OfMastercard : OfVisa);

    /// <summary>Where the code came from.</summary>
    public ResponseCodeSource Source => Reading.Source;

    /// <summary>Whether the code approves the whole amount (00, 08, 11, 16, Y1 and Y3); false for a partial approval and for 85.</summary>
    public bool IsApproval => Category == ResponseCategory.Approved;

    /// <summary>Whether the code approves a smaller amount (10 and 32; 87 at Mastercard).</summary>
    public bool IsPartialApproval => Category == ResponseCategory.PartiallyApproved;

    /// <summary>Whether the table did not know what the provider sent.</summary>
    public bool IsUnmapped => Category == ResponseCategory.Unmapped;

    /// <summary>Whether the reading is a conservative one that no source was found for, or for which the sources disagree.</summary>
    public bool IsUnconfirmed => Row.IsUnconfirmed;

    /// <summary>What it was read by.</summary>
    internal ResponseReading Reading { get; }

    private bool IsDecline => !Row.IsMild && !IsUnmapped;

    private ResponseRow Row => _row ?? ResponseCodeTable.Unmapped;

    /// <summary>Maps whatever a provider sent, of a card whose brand is not known; a total function that never throws and allocates nothing.</summary>
    /// <param name="code">What was sent; ASCII spaces around it and the case of ASCII letters do not matter.</param>
    /// <returns>The code in its strictest reading, or <see cref="Unmapped"/> for anything else.</returns>
    public static ResponseCode FromProvider(ReadOnlySpan<char> code) => FromProvider(code, default(CardBrand));

    /// <summary>Maps whatever a provider sent, of a card whose brand is not known; a total function that never throws.</summary>
    /// <param name="code">What was sent, null included.</param>
    /// <returns>The code in its strictest reading, or <see cref="Unmapped"/> for anything else.</returns>
    public static ResponseCode FromProvider(string? code) => FromProvider(code.AsSpan());

    /// <summary>Maps whatever a provider sent as a card brand reads it; a total function that never throws.</summary>
    /// <param name="code">What was sent: two characters, or the three digits of ISO 8583:1993 and American Express.</param>
    /// <param name="brand">The brand of the card; <c>default</c> where it is not known.</param>
    /// <returns>The code, or <see cref="Unmapped"/> for anything else.</returns>
    public static ResponseCode FromProvider(ReadOnlySpan<char> code, CardBrand brand) =>
        Read(ResponseCodeTable.Default, code, new ResponseReading(ResponseCodeSource.Provider) { Brand = brand });

    /// <summary>Reads a code of the table exactly: two digits or upper-case letters, no spaces.</summary>
    /// <param name="code">The code, for example <c>51</c>.</param>
    /// <returns>The code in its strictest reading.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="FormatException">The table has no such code.</exception>
    public static ResponseCode Parse(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryParse(code, out var result)
            ? result
            : throw new FormatException(
                "Not a known response code: two digits or upper-case letters are needed, such as 51."
            );
    }

    /// <summary>Reads a code of the table exactly, without exceptions.</summary>
    /// <param name="code">The code, for example <c>51</c>.</param>
    /// <param name="result">The code, or <see cref="Unmapped"/> when the method returns false.</param>
    /// <returns>Whether the table has exactly this code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? code, out ResponseCode result)
    {
        result = FromProvider(code.AsSpan());
        if (string.Equals(code, result.Value, StringComparison.Ordinal) && result._row is not null)
        {
            return true;
        }

        result = default;
        return false;
    }

    /// <summary>The code as a card brand reads it.</summary>
    /// <param name="brand">The brand of the card; <c>default</c> where it is not known.</param>
    /// <returns>The code of the same source in that reading.</returns>
    public ResponseCode ForBrand(CardBrand brand) => Again(ResponseCodeTable.Default, Reading with { Brand = brand });

    /// <summary>The code with what the issuer advises about it.</summary>
    /// <param name="code">Mastercard's merchant advice code, as the provider passes it on; null and what is not known change nothing.</param>
    /// <returns>The code with that advice, where the brand is Mastercard or Maestro; else this one.</returns>
    public ResponseCode WithMerchantAdvice(string? code) =>
        Brand == CardBrand.Mastercard || Brand == CardBrand.Maestro
            ? new ResponseCode(
                _row,
                Reading with
                {
                    MerchantAdvice = PaymentAbstractions.MerchantAdvice.FromProvider(code),
                }
            )
            : this;

    /// <summary>The code as it reads for a payment that the merchant began, or that nothing authenticated.</summary>
    /// <param name="isMerchantInitiated">Whether the customer has no part in it, so that nobody can authenticate.</param>
    /// <param name="isAuthenticated">Whether it carried the result of a 3-D Secure authentication.</param>
    /// <returns>The code: a soft decline advises to authenticate once, or to bring the customer back.</returns>
    public ResponseCode ForPayment(bool isMerchantInitiated, bool isAuthenticated) =>
        Again(
            ResponseCodeTable.Default,
            Reading with
            {
                IsMerchantInitiated = isMerchantInitiated,
                IsAuthenticated = isAuthenticated,
            }
        );

    /// <summary>The code as another table reads it.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The same code by that table.</returns>
    public ResponseCode By(ResponseCodeTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Again(table, Reading);
    }

    /// <summary>The same code with another source.</summary>
    /// <param name="source">Where the code came from.</param>
    /// <returns>The code.</returns>
    public ResponseCode WithSource(ResponseCodeSource source) => new(_row, Reading with { Source = source });

    internal static ResponseCode Read(ResponseCodeTable table, ReadOnlySpan<char> code, ResponseReading reading)
    {
        var trimmed = code.Trim(' ');
        var row = table.Find(trimmed, reading.Brand, reading.IsAuthenticated);
        return new ResponseCode(row, row?.MapsTo is null ? reading : reading with { Original = row.Code });
    }

    private ResponseCode Again(ResponseCodeTable table, ResponseReading reading) =>
        _row is null ? this : Read(table, _row.Code, reading);

    /// <summary>Whether two codes have the same characters.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other code.</param>
    /// <returns>True when the characters are equal.</returns>
    public static bool operator ==(ResponseCode left, ResponseCode right) => left.Equals(right);

    /// <summary>Whether two codes have different characters.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other code.</param>
    /// <returns>True when the characters differ.</returns>
    public static bool operator !=(ResponseCode left, ResponseCode right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(ResponseCode other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ResponseCode other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The two characters.</summary>
    /// <returns>For example <c>51</c>.</returns>
    public override string ToString() => Value;
}

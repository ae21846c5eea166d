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
    private static readonly RetryAllowance Once = new() { MaxRetries = 1, Window = TimeSpan.FromDays(30) };

    private readonly ResponseRow? _row;

    private ResponseCode(ResponseRow? row, ResponseReading reading)
    {
        _row = row;
        Reading = row is null ? reading with { Original = null, MerchantAdvice = null } : reading;
    }

    /// <summary>The code of everything that the table does not know; the same as <c>default</c>.</summary>
    public static ResponseCode Unmapped => default;

    /// <summary>Every code of two characters that all brands share, digits first, in its strictest reading; without <see cref="Unmapped"/>.</summary>
    public static IReadOnlyList<ResponseCode> All { get; } =
        Array.AsReadOnly(Array.ConvertAll(NeutralRows.Rows, static row => FromProvider(row.Code)));

    /// <summary>The two characters, for example <c>51</c>; <c>??</c> for <see cref="Unmapped"/>.</summary>
    public string Value => Row.Value;

    /// <summary>The three digits that the provider sent, when it sent three; else null.</summary>
    public string? Original => Reading.Original;

    /// <summary>The brand by which it was read; not specified where that is not known.</summary>
    public CardBrand Brand => Reading.Brand;

    /// <summary>What the issuer advises, for Mastercard, Maestro and cards of no known brand where the provider passes it on; else null.</summary>
    public MerchantAdvice? MerchantAdvice =>
        IsDecline && (Brand.UsesMastercardCodes || !Brand.IsSpecified) ? Reading.MerchantAdvice : null;

    /// <summary>What the code means, in English, for people who read logs; never shown to a cardholder as it is.</summary>
    public string Meaning => Row.Meaning;

    /// <summary>The reason that stands behind the code.</summary>
    public ResponseCategory Category => Row.Category;

    /// <summary>What to do next: what the issuer advises, else <see cref="ResponseAdvice"/> tells the rule by which it follows.</summary>
    public ResponseAdvice Advice
    {
        get
        {
            var advice = Advised;
            return advice != ResponseAdvice.AuthenticateCustomer ? advice
                : Reading.IsMerchantInitiated ? ResponseAdvice.BringCustomerBack
                // Once: an issuer that wants more after an authentication gets none.
                : Reading.IsAuthenticated == true ? ResponseAdvice.UseAnotherMethod
                : advice;
        }
    }

    /// <summary>Visa's category of the decline; none for other brands and for a code that was read out of a text for people.</summary>
    public RetryCategory RetryCategory =>
        Source == ResponseCodeSource.DerivedFromText ? RetryCategory.None
        : Brand == CardBrand.Visa && IsDecline && Row.RetryCategory == RetryCategory.None ? RetryCategory.Generic
        : Row.RetryCategory;

    /// <summary>
    /// How often the same card may be tried again after this decline, by the scheme's rule where the advice leads to another try at all; once
    /// to authenticate. <see cref="RetryAllowance.Nothing"/> otherwise, and for a code that was read out of a text for people.
    /// </summary>
    public RetryAllowance Retries =>
        Source == ResponseCodeSource.DerivedFromText || RetryCategory == RetryCategory.NeverRetry
            ? RetryAllowance.Nothing
            : Advice switch
            {
                ResponseAdvice.AuthenticateCustomer => Once,
                ResponseAdvice.RetryLater or ResponseAdvice.FixData or ResponseAdvice.CallIssuer => Row.Retries
                    ?? RetryAllowance.Of(Brand),
                _ => RetryAllowance.Nothing,
            };

    /// <summary>
    /// Whether the card's scheme forbids another try and charges for one: Visa's first category, and Mastercard's merchant advice 03, 21 and
    /// 42. False where the brand is not known.
    /// </summary>
    public bool ForbidsRetry =>
        RetryCategory == RetryCategory.NeverRetry
        || (
            Brand.IsSpecified
            && Advice == ResponseAdvice.DoNotRetry
            && MerchantAdvice is { Advice: ResponseAdvice.DoNotRetry }
        );

    /// <summary>Where the code came from.</summary>
    public ResponseCodeSource Source => Reading.Source;

    /// <summary>Whether the code approves the whole amount (00, 08, 11, 16, Y1 and Y3); false for a partial approval and for 85.</summary>
    public bool IsApproval => Category == ResponseCategory.Approved;

    /// <summary>Whether the code approves a smaller amount (10 and 32; 87 at Mastercard).</summary>
    public bool IsPartialApproval => Category == ResponseCategory.PartiallyApproved;

    /// <summary>Whether the table did not know what the provider sent.</summary>
    public bool IsUnmapped => Category == ResponseCategory.Unmapped;

    /// <summary>Whether the reading is a conservative one that no source was found for, or for which the sources disagree.</summary>
    public bool IsUnconfirmed => Row.IsUnconfirmed || MerchantAdvice is { IsUnconfirmed: true };

    /// <summary>What it was read by.</summary>
    internal ResponseReading Reading { get; }

    /// <summary>Whether it approves something, were it only a check: a decline that comes with it contradicts itself.</summary>
    public bool StandsAgainstNothing => Row.IsMild;

    private bool IsDecline => !Row.IsMild && !IsUnmapped;

    // Advice about a decline does not say what became of a payment that nobody knows of, and never makes an unknown brand's milder.
    private ResponseAdvice Advised =>
        Row.Advice == ResponseAdvice.LookUp || MerchantAdvice is not { Advice: { } advice } merchant ? Row.Advice
        : merchant.Code == "01" && Row.Code == "83" ? ResponseAdvice.AuthenticateCustomer
        : Brand.IsSpecified || ResponseRow.StrictnessOf(advice) > ResponseRow.StrictnessOf(Row.Advice) ? advice
        : Row.Advice;

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
        Read(code, new ResponseReading(ResponseCodeSource.Provider) { Brand = brand });

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
    public ResponseCode ForBrand(CardBrand brand) => Again(Reading with { Brand = brand });

    /// <summary>The code with what the issuer advises about it.</summary>
    /// <param name="code">Mastercard's merchant advice code, as the provider passes it on; null and what is not known change nothing.</param>
    /// <returns>The code with that advice, which counts at Mastercard and Maestro, and where the brand is not known if it is stricter.</returns>
    public ResponseCode WithMerchantAdvice(string? code) =>
        PaymentAbstractions.MerchantAdvice.FromProvider(code) is { } advice
            ? new ResponseCode(_row, Reading with { MerchantAdvice = advice })
            : this;

    /// <summary>The code as it reads for a payment that the merchant began, or that nothing authenticated.</summary>
    /// <param name="isMerchantInitiated">Whether the customer has no part in it, so that nobody can authenticate.</param>
    /// <param name="isAuthenticated">Whether the customer was authenticated by 3-D Secure; an attempt, or one that failed, is not.</param>
    /// <returns>The code: a soft decline advises to authenticate once, or to bring the customer back.</returns>
    public ResponseCode ForPayment(bool isMerchantInitiated, bool isAuthenticated) =>
        Again(Reading with { IsMerchantInitiated = isMerchantInitiated, IsAuthenticated = isAuthenticated });

    /// <summary>The code as another table reads it.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The same code by that table.</returns>
    public ResponseCode By(ResponseCodeTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Again(Reading with { Table = table });
    }

    /// <summary>The same code with another source.</summary>
    /// <param name="source">Where the code came from.</param>
    /// <returns>The code.</returns>
    public ResponseCode WithSource(ResponseCodeSource source) => new(_row, Reading with { Source = source });

    internal static ResponseCode Read(ReadOnlySpan<char> code, ResponseReading reading)
    {
        var trimmed = code.Trim(' ');
        var table = reading.Table ?? ResponseCodeTable.Default;
        var row = table.Find(trimmed, reading.Brand, reading.IsAuthenticated != false);
        return new ResponseCode(
            row,
            trimmed.Length == 3 && row is not null ? reading with { Original = trimmed.ToString() } : reading
        );
    }

    private ResponseCode Again(ResponseReading reading) =>
        _row is null ? this : Read(reading.Original ?? _row.Code, reading with { Original = null });

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

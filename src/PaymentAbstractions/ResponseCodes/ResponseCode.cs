using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The response code of an authorization: the two characters of ISO 8583 field 39, with the card schemes' extensions.</summary>
/// <remarks>
/// <para>
/// The meaning of a code depends on the card's brand. Therefore meaning, category, advice and retries all come from one row of a
/// <see cref="ResponseCodeTable"/>: the row of the brand, otherwise the neutral row, or the strictest row when the brand is not known. The
/// category and the advice of a code are this library's interpretation, not that of a scheme. The codes and messages of the provider and
/// the network are kept separately and never mixed with this one.
/// </para>
/// <para>
/// Every code outside the table becomes <see cref="Unmapped"/>, which is also <c>default</c> and never an approval. Two codes are equal
/// when their characters are equal, regardless of their source and interpretation.
/// </para>
/// <para>Instances are immutable and thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(ResponseCodeJsonConverter))]
public readonly struct ResponseCode : IEquatable<ResponseCode>
{
    private static readonly RetryAllowance Once = new() { MaxRetries = 1, Window = TimeSpan.FromDays(30) };

    private ResponseCode(ResponseReading reading) => Reading = reading;

    /// <summary>The code for everything that the table does not contain; the same as <c>default</c>.</summary>
    public static ResponseCode Unmapped => default;

    /// <summary>
    /// Every two-character code that all brands share, digits first, in its strictest interpretation; without <see cref="Unmapped"/>.
    /// </summary>
    public static IReadOnlyList<ResponseCode> All => Every.Codes;

    /// <summary>The two characters, for example <c>51</c>; <c>??</c> for <see cref="Unmapped"/>.</summary>
    public string Value => Row.Value;

    /// <summary>The three digits that the provider sent; <see langword="null"/> when it sent two characters.</summary>
    public string? Original => Reading?.Original;

    /// <summary>The brand whose interpretation applies; not specified when it is not known.</summary>
    public CardBrand Brand => Reading?.Brand ?? default;

    /// <summary>
    /// The issuer's advice, for Mastercard, Maestro and cards of an unknown brand, when the provider passes it on; otherwise
    /// <see langword="null"/>.
    /// </summary>
    public MerchantAdvice? MerchantAdvice =>
        IsDecline && (Brand.UsesMastercardCodes || !Brand.IsSpecified) ? Reading?.MerchantAdvice : null;

    /// <summary>The meaning in English, for logs. Do not show it to a cardholder.</summary>
    public string Meaning => Row.Meaning;

    /// <summary>The reason of the code.</summary>
    public ResponseCategory Category => Row.Category;

    /// <summary>What to do next: the issuer's advice, otherwise the advice that <see cref="ResponseAdvice"/> describes.</summary>
    public ResponseAdvice Advice
    {
        get
        {
            var advice = Advised;
            return advice != ResponseAdvice.AuthenticateCustomer ? advice
                : Reading is { IsMerchantInitiated: true } ? ResponseAdvice.BringCustomerBack
                // Only once: if the issuer asks again after an authentication, the advice is another method.
                : Reading is { IsAuthenticated: true } ? ResponseAdvice.UseAnotherMethod
                : advice;
        }
    }

    /// <summary>Visa's category of the decline; None for other brands and for a code that was extracted from text for people.</summary>
    public RetryCategory RetryCategory =>
        Source == ResponseCodeSource.DerivedFromText ? RetryCategory.None
        : Brand == CardBrand.Visa && IsDecline && Row.RetryCategory == RetryCategory.None ? RetryCategory.Generic
        : Row.RetryCategory;

    /// <summary>
    /// How often the scheme's rule allows another try of the same card after this decline, if the advice leads to another try; once to
    /// authenticate. Otherwise, and for a code that was extracted from text for people, <see cref="RetryAllowance.Nothing"/>.
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
    /// Whether the card's scheme forbids another try and charges a fee for one: Visa's first category, and Mastercard's merchant advice 03,
    /// 21 and 42. <see langword="false"/> when the brand is not known.
    /// </summary>
    public bool ForbidsRetry =>
        RetryCategory == RetryCategory.NeverRetry
        || (
            Brand.IsSpecified
            && Advice == ResponseAdvice.DoNotRetry
            && MerchantAdvice is { Advice: ResponseAdvice.DoNotRetry }
        );

    /// <summary>The source of the code.</summary>
    public ResponseCodeSource Source => Reading?.Source ?? ResponseCodeSource.Derived;

    /// <summary>Whether the code approves the whole amount (00, 08, 11, 16, Y1 and Y3); false for a partial approval and for 85.</summary>
    public bool IsApproval => Category == ResponseCategory.Approved;

    /// <summary>Whether the code approves a smaller amount (10 and 32; 87 at Mastercard).</summary>
    public bool IsPartialApproval => Category == ResponseCategory.PartiallyApproved;

    /// <summary>Whether the table does not contain what the provider sent.</summary>
    public bool IsUnmapped => Category == ResponseCategory.Unmapped;

    /// <summary>Whether this is a conservative interpretation for which no source was found or the sources disagree.</summary>
    public bool IsUnconfirmed => Row.IsUnconfirmed || MerchantAdvice is { IsUnconfirmed: true };

    /// <summary>The row, and the values that determined it; <see langword="null"/> for <c>default</c>.</summary>
    internal ResponseReading? Reading { get; }

    /// <summary>Whether the code approves something, even if only a check: together with a decline, it is a contradiction.</summary>
    public bool StandsAgainstNothing => Row.IsMild;

    private bool IsDecline => !Row.IsMild && !IsUnmapped;

    // Advice about a decline does not show the outcome of an unknown payment, and never makes the advice for an unknown brand less strict.
    private ResponseAdvice Advised =>
        Row.Advice == ResponseAdvice.LookUp || MerchantAdvice is not { Advice: { } advice } merchant ? Row.Advice
        : merchant.Code == "01" && Row.Code == "83" ? ResponseAdvice.AuthenticateCustomer
        : Brand.IsSpecified || ResponseRow.StrictnessOf(advice) > ResponseRow.StrictnessOf(Row.Advice) ? advice
        : Row.Advice;

    private ResponseRow Row => Reading?.Row ?? ResponseCodeTable.Unmapped;

    /// <summary>Maps a code that a provider sent for a card of an unknown brand. Never throws, and allocates only the first time that a code is read.</summary>
    /// <param name="code">The code; surrounding ASCII spaces and the case of ASCII letters do not matter.</param>
    /// <returns>The code in its strictest interpretation, or <see cref="Unmapped"/>.</returns>
    public static ResponseCode FromProvider(ReadOnlySpan<char> code) => FromProvider(code, default(CardBrand));

    /// <summary>Maps a code that a provider sent for a card of an unknown brand. Never throws.</summary>
    /// <param name="code">The code; may be <see langword="null"/>.</param>
    /// <returns>The code in its strictest interpretation, or <see cref="Unmapped"/>.</returns>
    public static ResponseCode FromProvider(string? code) => FromProvider(code.AsSpan());

    /// <summary>Maps a code that a provider sent, as the card brand interprets it. Never throws.</summary>
    /// <param name="code">Two characters, or the three digits of ISO 8583:1993 and American Express.</param>
    /// <param name="brand">The brand of the card; <c>default</c> when it is not known.</param>
    /// <returns>The code, or <see cref="Unmapped"/>.</returns>
    public static ResponseCode FromProvider(ReadOnlySpan<char> code, CardBrand brand) =>
        new(ResponseCodeTable.Default.Read(code, brand, isAuthenticated: null, isMerchantInitiated: false));

    /// <summary>Parses a code of the table exactly: two digits or upper-case letters, no spaces.</summary>
    /// <param name="code">The code, for example <c>51</c>.</param>
    /// <returns>The code in its strictest interpretation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The table does not contain the code.</exception>
    public static ResponseCode Parse(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryParse(code, out var result)
            ? result
            : throw new FormatException(
                "Not a known response code: two digits or upper-case letters are needed, such as 51."
            );
    }

    /// <summary>Parses a code of the table exactly, without exceptions.</summary>
    /// <param name="code">The code, for example <c>51</c>.</param>
    /// <param name="result">The code, or <see cref="Unmapped"/> when the method returns false.</param>
    /// <returns>Whether the table contains exactly this code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? code, out ResponseCode result)
    {
        result = FromProvider(code.AsSpan());
        if (string.Equals(code, result.Value, StringComparison.Ordinal) && !IsNone(result.Reading))
        {
            return true;
        }

        result = default;
        return false;
    }

    /// <summary>Returns the code as a card brand interprets it.</summary>
    /// <param name="brand">The brand of the card; <c>default</c> when it is not known.</param>
    /// <returns>The code in that interpretation, with the same source.</returns>
    public ResponseCode ForBrand(CardBrand brand) =>
        Again(Reading?.Table, brand, Reading?.IsAuthenticated, Reading?.IsMerchantInitiated == true);

    /// <summary>Returns the code with the issuer's advice.</summary>
    /// <param name="code">
    /// Mastercard's merchant advice code, as the provider passes it on; <see langword="null"/> and unknown codes change nothing.
    /// </param>
    /// <returns>The code with the advice. It applies to Mastercard and Maestro, and to an unknown brand if it is stricter.</returns>
    public ResponseCode WithMerchantAdvice(string? code) =>
        !IsNone(Reading) && PaymentAbstractions.MerchantAdvice.FromProvider(code) is { } advice
            ? new ResponseCode(Reading.With(advice, Reading.Source))
            : this;

    /// <summary>Returns the code as it applies to a payment that the merchant started, or without an authentication.</summary>
    /// <param name="isMerchantInitiated">Whether the customer is not present, so that an authentication is not possible.</param>
    /// <param name="isAuthenticated">
    /// Whether 3-D Secure authenticated the customer; <see langword="false"/> for an attempted or failed authentication.
    /// </param>
    /// <returns>The code. For a soft decline, the advice is to authenticate once, or to bring the customer back.</returns>
    public ResponseCode ForPayment(bool isMerchantInitiated, bool isAuthenticated) =>
        Again(Reading?.Table, Brand, isAuthenticated, isMerchantInitiated);

    /// <summary>Whether this is already the interpretation of a table.</summary>
    internal bool IsBy(ResponseCodeTable table) => IsNone(Reading) || Reading.Table == table;

    /// <summary>Returns the code as another table interprets it.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The same code in the interpretation of that table.</returns>
    public ResponseCode By(ResponseCodeTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Again(table, Brand, Reading?.IsAuthenticated, Reading?.IsMerchantInitiated == true);
    }

    /// <summary>Returns the same code with another source.</summary>
    /// <param name="source">The source of the code.</param>
    /// <returns>The code.</returns>
    public ResponseCode WithSource(ResponseCodeSource source) =>
        Source == source
            ? this
            : new ResponseCode(
                (Reading ?? new ResponseReading(ResponseCodeTable.Default, ResponseCodeTable.Unmapped)) with
                {
                    Source = source,
                }
            );

    /// <summary>Reads a code again from the values that were recorded of it.</summary>
    internal static ResponseCode FromRecord(
        string? code,
        CardBrand brand,
        bool? isAuthenticated,
        bool isMerchantInitiated,
        MerchantAdvice? advice,
        ResponseCodeSource source
    ) => new(ResponseCodeTable.Default.Read(code, brand, isAuthenticated, isMerchantInitiated).With(advice, source));

    private ResponseCode Again(
        ResponseCodeTable? table,
        CardBrand brand,
        bool? isAuthenticated,
        bool isMerchantInitiated
    ) =>
        IsNone(Reading)
            ? this
            : new ResponseCode(Reading.Again(table ?? Reading.Table, brand, isAuthenticated, isMerchantInitiated));

    private static bool IsNone([NotNullWhen(false)] ResponseReading? reading) =>
        reading is null or { IsUnmapped: true };

    /// <summary>Whether two codes have the same characters.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other code.</param>
    /// <returns><see langword="true"/> when the characters are equal.</returns>
    public static bool operator ==(ResponseCode left, ResponseCode right) => left.Equals(right);

    /// <summary>Whether two codes have different characters.</summary>
    /// <param name="left">One code.</param>
    /// <param name="right">The other code.</param>
    /// <returns><see langword="true"/> when the characters differ.</returns>
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

    // Created only when the codes are listed, which a payment does not do.
    private static class Every
    {
        public static readonly IReadOnlyList<ResponseCode> Codes = Array.AsReadOnly(
            Array.ConvertAll(NeutralRows.Rows, static row => FromProvider(row.Code))
        );
    }
}

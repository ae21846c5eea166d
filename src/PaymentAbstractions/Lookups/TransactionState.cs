using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>A transaction as the provider shows it now.</summary>
public sealed record TransactionState
{
    /// <summary>The transaction.</summary>
    public required TransactionReference Transaction { get; init; }

    /// <summary>What kind of transaction it is; Unknown for a type that has no neutral name.</summary>
    public required PaymentOperation Type { get; init; }

    /// <summary>What the provider proves about it, by the same rules as a live answer.</summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>Why the outcome is what it is.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>What was asked for when it was made.</summary>
    public Money? RequestedAmount { get; init; }

    /// <summary>
    /// What the provider processed, in the currency in which it did: another amount than the requested one after a currency
    /// conversion or an adjustment. Set whenever an approval is known. Refunds are measured by it.
    /// </summary>
    public Money? ProcessedAmount { get; init; }

    /// <summary>What is or was held, for an authorization.</summary>
    public Money? AuthorizedAmount { get; init; }

    /// <summary>What was taken: of the sale, the capture, or by the capture of this authorization.</summary>
    public Money? CapturedAmount { get; init; }

    /// <summary>What was given back, as far as the provider tells, in the currency of <see cref="ProcessedAmount"/>.</summary>
    public Money? RefundedAmount { get; init; }

    /// <summary>What was voided.</summary>
    public Money? VoidedAmount { get; init; }

    /// <summary>The transaction that this one captures, voids or refunds.</summary>
    public TransactionReference? Parent { get; init; }

    /// <summary>The captures, voids and refunds of this transaction.</summary>
    public ValueList<TransactionReference> Children { get; init; } = [];

    /// <summary>The provider's id of the customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The text that the merchant gave.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The idempotency key as it was sent (<see cref="IdempotencyKey.ToWireKey"/>), or at least its first 20 digits, when the provider
    /// repeats it: what was made under a key of another application or by hand shows none of ours.
    /// </summary>
    public string? WireKey { get; init; }

    /// <summary>Whether the provider only recorded what was paid elsewhere: no money of it went through the provider.</summary>
    public bool IsRecordOnly { get; init; }

    /// <summary>The normalized response code.</summary>
    public ResponseCode? Code { get; init; }

    /// <summary>What the provider and the parties behind it call the transaction and its outcome.</summary>
    public ProviderDetails Provider
    {
        get;
        init => field = value ?? ProviderDetails.None;
    } = ProviderDetails.None;

    /// <summary>What was checked about the cardholder: address, security code, 3-D Secure.</summary>
    public VerificationResult Verification
    {
        get;
        init => field = value ?? VerificationResult.None;
    } = VerificationResult.None;

    /// <summary>What is known of the card or account that was used, the id of the stored method included.</summary>
    public PaymentMethodDetails PaymentMethod
    {
        get;
        init => field = value ?? PaymentMethodDetails.None;
    } = PaymentMethodDetails.None;

    /// <summary>What the customer's statement shows, when the provider says so.</summary>
    public string? BillingDescriptor { get; init; }

    /// <summary>What became of the commercial card data, as far as the provider reports it.</summary>
    public CommercialDataResult CommercialData
    {
        get;
        init => field = value ?? CommercialDataResult.None;
    } = CommercialDataResult.None;

    /// <summary>What the customer must do, when the transaction waits for that.</summary>
    [JsonConverter(typeof(KnownKindJsonConverter<NextAction>))]
    public NextAction? NextAction { get; init; }

    /// <summary>When the provider made it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the bank settled it; none while it is unsettled.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When the authorization lapses.</summary>
    public DateTimeOffset? AuthorizationExpiresAt { get; init; }

    /// <summary>Whether the customer disputes it.</summary>
    public DisputeStatus DisputeStatus { get; init; }

    /// <summary>Counts the provider's changes; the higher one is the newer one.</summary>
    public long? Revision { get; init; }

    /// <summary>How what the provider shows contradicts the attempt or itself, when it does.</summary>
    public PaymentAnomaly? Anomaly { get; init; }

    /// <summary>The provider's answer, redacted; neither printed nor written to JSON.</summary>
    [JsonIgnore]
    public ProviderAnswer? Answer { get; init; }

    /// <summary>What the provider alone shows; <see cref="As{T}"/> reads it. Neither printed, written to JSON nor recorded.</summary>
    [JsonIgnore]
    public ProviderView View
    {
        get;
        init => field = value ?? ProviderView.None;
    } = ProviderView.None;

    /// <summary>What the provider alone shows, as the type of its package.</summary>
    /// <typeparam name="T">The type that the provider's package brings.</typeparam>
    /// <returns>
    /// What the provider showed, its texts masked; <see langword="null"/> for a state that another provider or a test made.
    /// </returns>
    public T? As<T>()
        where T : class => View.As<T>();
}

using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>A transaction as the provider shows it now.</summary>
public sealed record TransactionState
{
    /// <summary>The transaction.</summary>
    public required TransactionReference Transaction { get; init; }

    /// <summary>The type of the transaction; Unknown for a type that has no neutral name.</summary>
    public required PaymentOperation Type { get; init; }

    /// <summary>What the provider proves about it, by the same rules as for a live response.</summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>The reason for the outcome.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>The amount that was requested when the transaction was created.</summary>
    public Money? RequestedAmount { get; init; }

    /// <summary>
    /// The amount that the provider processed, in the currency of processing. It differs from the requested amount after a currency
    /// conversion or an adjustment. Set whenever an approval is known. Refunds are measured against it.
    /// </summary>
    public Money? ProcessedAmount { get; init; }

    /// <summary>The amount that is or was held, for an authorization.</summary>
    public Money? AuthorizedAmount { get; init; }

    /// <summary>The amount that was taken by the sale, by the capture, or by the capture of this authorization.</summary>
    public Money? CapturedAmount { get; init; }

    /// <summary>
    /// The amount that was refunded, as far as the provider reports it, in the currency of <see cref="ProcessedAmount"/>.
    /// </summary>
    public Money? RefundedAmount { get; init; }

    /// <summary>The amount that was voided.</summary>
    public Money? VoidedAmount { get; init; }

    /// <summary>The transaction that this one captures, voids or refunds.</summary>
    public TransactionReference? Parent { get; init; }

    /// <summary>The captures, voids and refunds of this transaction.</summary>
    public ValueList<TransactionReference> Children { get; init; } = [];

    /// <summary>The provider's id of the customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The text that the merchant provided.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The idempotency key as it was sent (<see cref="IdempotencyKey.ToWireKey"/>), or at least its first 20 digits, when the provider
    /// repeats it. A transaction that another application or a person created does not have a wire key of this library.
    /// </summary>
    public string? WireKey { get; init; }

    /// <summary>Whether the provider only recorded a payment that took place elsewhere: no money went through the provider.</summary>
    public bool IsRecordOnly { get; init; }

    /// <summary>The normalized response code.</summary>
    public ResponseCode? Code { get; init; }

    /// <summary>The ids and codes of the provider and the parties behind it for the transaction and its outcome.</summary>
    public ProviderDetails Provider
    {
        get;
        init => field = value ?? ProviderDetails.None;
    } = ProviderDetails.None;

    /// <summary>The results of the checks of the cardholder: address, security code, 3-D Secure.</summary>
    public VerificationResult Verification
    {
        get;
        init => field = value ?? VerificationResult.None;
    } = VerificationResult.None;

    /// <summary>What is known about the card or account that was used, including the id of the stored method.</summary>
    public PaymentMethodDetails PaymentMethod
    {
        get;
        init => field = value ?? PaymentMethodDetails.None;
    } = PaymentMethodDetails.None;

    /// <summary>The text on the customer's statement, when the provider reports it.</summary>
    public string? BillingDescriptor { get; init; }

    /// <summary>What happened to the commercial card data, as far as the provider reports it.</summary>
    public CommercialDataResult CommercialData
    {
        get;
        init => field = value ?? CommercialDataResult.None;
    } = CommercialDataResult.None;

    /// <summary>What the customer must do, when the transaction waits for it.</summary>
    [JsonConverter(typeof(KnownKindJsonConverter<NextAction>))]
    public NextAction? NextAction { get; init; }

    /// <summary>When the provider created the transaction.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the bank settled the transaction; <see langword="null"/> while it is unsettled.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When the authorization expires.</summary>
    public DateTimeOffset? AuthorizationExpiresAt { get; init; }

    /// <summary>Whether the customer disputes it.</summary>
    public DisputeStatus DisputeStatus { get; init; }

    /// <summary>The provider's revision number; the higher one is the newer one.</summary>
    public long? Revision { get; init; }

    /// <summary>How the provider's data contradicts the attempt or itself, when it does.</summary>
    public PaymentAnomaly? Anomaly { get; init; }

    /// <summary>The provider's response, redacted; neither printed nor written to JSON.</summary>
    [JsonIgnore]
    public ProviderAnswer? Answer { get; init; }

    /// <summary>The provider-specific data; <see cref="As{T}"/> reads it. It is neither printed, written to JSON nor recorded.</summary>
    [JsonIgnore]
    public ProviderView View
    {
        get;
        init => field = value ?? ProviderView.None;
    } = ProviderView.None;

    /// <summary>Gets the provider-specific data as the type of the provider's package.</summary>
    /// <typeparam name="T">The type that the provider's package defines.</typeparam>
    /// <returns>The data, with its texts masked; <see langword="null"/> for a state that another provider or a test created.</returns>
    public T? As<T>()
        where T : class => View.As<T>();
}

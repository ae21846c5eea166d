using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What is proven about a payment, the same for every provider.</summary>
/// <remarks>
/// Instances are immutable, compare by value, and can be constructed in tests. <see cref="Code"/> is the normalized code; the provider's
/// and the network's own codes are in <see cref="Provider"/> and are never mixed with it.
/// </remarks>
public sealed record PaymentResult
{
    /// <summary>The proven outcome.</summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>The requested operation.</summary>
    public required PaymentOperation Operation { get; init; }

    /// <summary>The reason for the outcome.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>One sentence for the merchant's log, without secrets and card data.</summary>
    public string? Message { get; init; }

    /// <summary>What the provider did, when it can choose: a void may become a refund.</summary>
    public PaymentOperation? PerformedAs { get; init; }

    /// <summary>The configured name of the gateway that returned the result.</summary>
    public string? Gateway { get; init; }

    /// <summary>The transaction at the provider; store its text with the order.</summary>
    public TransactionReference? Transaction { get; init; }

    /// <summary>The key of the request.</summary>
    public IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>The requested amount.</summary>
    public Money? RequestedAmount { get; init; }

    /// <summary>
    /// The amount that there is evidence for, in the requested currency. Set when <see cref="Outcome"/> is Approved or PartiallyApproved;
    /// for Reversed, the amount that had been approved.
    /// </summary>
    public Money? ApprovedAmount { get; init; }

    /// <summary>
    /// The amount that the provider processed, in the currency of processing. Set whenever <see cref="ApprovedAmount"/> is set, and equal
    /// to it unless the provider converted or adjusted the amount. Refunds are measured against it.
    /// </summary>
    public Money? ProcessedAmount { get; init; }

    /// <summary>The amount that was refunded so far, as far as it is known; <see langword="null"/> when no refund is known.</summary>
    public Money? RefundedAmount { get; init; }

    /// <summary>
    /// Whether a refund or void of it is open, Pending or Unknown, so that less may be left than <see cref="RefundedAmount"/> shows.
    /// </summary>
    public bool IsRefundInDoubt { get; init; }

    /// <summary>
    /// The normalized response code (ISO 8583 field 39), when the provider sent one or it follows from its response. It gives the meaning
    /// for the card's brand, the advice, and how often the scheme allows another try.
    /// </summary>
    public ResponseCode? Code { get; init; }

    /// <summary>
    /// How many tries of the card the scheme's rule allows after this decline, and until when. The tries of the order and of the stored
    /// method that are in the journal at the time of the result are counted. <see langword="null"/> without a decline and a code, and when
    /// the advice leads to no other try although the scheme does not forbid it. The value is not recorded: a repeat of the key counts
    /// again.
    /// </summary>
    public RetriesLeft? RetriesLeft { get; init; }

    /// <summary>The ids and codes of the provider and the parties behind it for the payment and its outcome.</summary>
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

    /// <summary>What is known about the card or account that was used.</summary>
    public PaymentMethodDetails PaymentMethod
    {
        get;
        init => field = value ?? PaymentMethodDetails.None;
    } = PaymentMethodDetails.None;

    /// <summary>The text on the customer's statement, when the provider reports it.</summary>
    public string? BillingDescriptor { get; init; }

    /// <summary>What the customer must do, when <see cref="Reason"/> is WaitingForCustomer.</summary>
    [JsonConverter(typeof(KnownKindJsonConverter<NextAction>))]
    public NextAction? NextAction { get; init; }

    /// <summary>When the authorization expires.</summary>
    public DateTimeOffset? AuthorizationExpiresAt { get; init; }

    /// <summary>The earliest time for another try, when the provider or the retry limit gives one.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What happened to the commercial card data.</summary>
    public CommercialDataResult CommercialData
    {
        get;
        init => field = value ?? CommercialDataResult.None;
    } = CommercialDataResult.None;

    /// <summary>
    /// The names of the fields of the request, besides commercial card data, that were not sent because the provider has no field for them
    /// or does not need them; for example <c>BillingAddress</c>. Empty when everything was sent.
    /// </summary>
    public ValueList<string> LeftOutFields { get; init; } = [];

    /// <summary>
    /// Whether the journal failed to record this outcome. The result is valid, but a repeat of the key returns Unknown until recovery has
    /// looked it up: store the result yourself. Never <see langword="true"/> for a recorded outcome or without a journal.
    /// </summary>
    public bool NotRecorded { get; init; }

    /// <summary>How the response contradicts the request, when it does.</summary>
    public PaymentAnomaly? Anomaly { get; init; }

    /// <summary>The problems that the provider or a check of this library found, when <see cref="Outcome"/> is Rejected.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];

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

    /// <summary>
    /// Whether the whole amount is approved, with the amount as evidence. A void always covers the whole amount and needs no amount.
    /// </summary>
    [JsonIgnore]
    public bool IsApproved =>
        Outcome == PaymentOutcome.Approved && (ApprovedAmount is not null || Operation == PaymentOperation.Void);

    /// <summary>Whether money moved, is held, or may have moved; for Reversed it moved and was paid back.</summary>
    [JsonIgnore]
    public bool MoneyMayHaveMoved =>
        Outcome
            is PaymentOutcome.Unknown
                or PaymentOutcome.Approved
                or PaymentOutcome.PartiallyApproved
                or PaymentOutcome.Pending
                or PaymentOutcome.Reversed;

    /// <summary>
    /// Whether the same key may be sent again; for Rejected, after the request is fixed. A refusal that has a transaction has used up its
    /// key: a new attempt needs a new key.
    /// </summary>
    [JsonIgnore]
    public bool MaySendAgain =>
        Outcome == PaymentOutcome.NotSent || (Outcome == PaymentOutcome.Rejected && Transaction is null);

    /// <summary>Gets the provider-specific data as the type of the provider's package.</summary>
    /// <typeparam name="T">The type that the provider's package defines.</typeparam>
    /// <returns>
    /// The data, with its texts masked; <see langword="null"/> for a result that comes from the journal or another provider, and when the
    /// response contained no transaction.
    /// </returns>
    public T? As<T>()
        where T : class => View.As<T>();
}

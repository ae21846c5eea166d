using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What is proven about a payment, the same for every provider.</summary>
/// <remarks>
/// Immutable, compares by value, and anyone can construct one in a test. The normalized code is <see cref="Code"/>; the provider's
/// own code and the network's are kept apart from it in <see cref="Provider"/> and never mixed.
/// </remarks>
public sealed record PaymentResult
{
    /// <summary>What is proven.</summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>What was asked for.</summary>
    public required PaymentOperation Operation { get; init; }

    /// <summary>Why the outcome is what it is.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>One sentence for the log of the merchant; no secret, no card data.</summary>
    public string? Message { get; init; }

    /// <summary>What the provider did, when it may choose: a void may become a refund.</summary>
    public PaymentOperation? PerformedAs { get; init; }

    /// <summary>The configured name of the gateway that answered.</summary>
    public string? Gateway { get; init; }

    /// <summary>The transaction at the provider; store its text with the order.</summary>
    public TransactionReference? Transaction { get; init; }

    /// <summary>The key of the request.</summary>
    public IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>What was asked for.</summary>
    public Money? RequestedAmount { get; init; }

    /// <summary>
    /// What there is evidence for, in the currency that was asked for; set when <see cref="Outcome"/> is Approved or
    /// PartiallyApproved, and for Reversed what had been approved.
    /// </summary>
    public Money? ApprovedAmount { get; init; }

    /// <summary>
    /// What the provider processed, in the currency in which it did; set whenever <see cref="ApprovedAmount"/> is, and equal to it
    /// unless the provider converted or adjusted the amount. Refunds are measured by it.
    /// </summary>
    public Money? ProcessedAmount { get; init; }

    /// <summary>What was given back of it so far, as far as is known; none when nothing is known to be.</summary>
    public Money? RefundedAmount { get; init; }

    /// <summary>Whether a refund or void of it is open, Pending or Unknown, so that less may be left than <see cref="RefundedAmount"/> says.</summary>
    public bool IsRefundInDoubt { get; init; }

    /// <summary>
    /// The normalized response code (ISO 8583 field 39), when the provider gave one or it follows from its answer: what it means for the
    /// card's brand, what to do next, and how often the scheme lets it be tried again.
    /// </summary>
    public ResponseCode? Code { get; init; }

    /// <summary>
    /// How many tries of the card the scheme's rule leaves after this decline and until when, by those of the order and of the stored
    /// method that the journal knows of when it answers. None without a decline and a code, and where the advice leads to no other try
    /// although the scheme does not forbid it. It is not kept: a repeat of the key counts anew.
    /// </summary>
    public RetriesLeft? RetriesLeft { get; init; }

    /// <summary>What the provider and the parties behind it call the payment and its outcome.</summary>
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

    /// <summary>What is known of the card or account that was used.</summary>
    public PaymentMethodDetails PaymentMethod
    {
        get;
        init => field = value ?? PaymentMethodDetails.None;
    } = PaymentMethodDetails.None;

    /// <summary>What the customer's statement shows, when the provider says so.</summary>
    public string? BillingDescriptor { get; init; }

    /// <summary>What the customer must do, when <see cref="Reason"/> is WaitingForCustomer.</summary>
    [JsonConverter(typeof(KnownKindJsonConverter<NextAction>))]
    public NextAction? NextAction { get; init; }

    /// <summary>When an authorization lapses.</summary>
    public DateTimeOffset? AuthorizationExpiresAt { get; init; }

    /// <summary>The earliest time for another try, when the provider says so, or the retry limit does.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What became of the commercial card data.</summary>
    public CommercialDataResult CommercialData
    {
        get;
        init => field = value ?? CommercialDataResult.None;
    } = CommercialDataResult.None;

    /// <summary>
    /// The fields of the request, besides commercial card data, that were left out of what was sent, because the provider has no place
    /// for them or does not need them; by their names, for example <c>BillingAddress</c>. Empty when everything was sent.
    /// </summary>
    public ValueList<string> LeftOutFields { get; init; } = [];

    /// <summary>
    /// Whether the journal failed to keep this outcome. The result holds, but a repeat of the key is answered with doubt until
    /// recovery has looked it up: store the result yourself. Never true for what was recorded, or where there is no journal.
    /// </summary>
    public bool NotRecorded { get; init; }

    /// <summary>How the answer contradicts the request, when it does.</summary>
    public PaymentAnomaly? Anomaly { get; init; }

    /// <summary>What the provider or a guard of ours found wrong, when <see cref="Outcome"/> is Rejected.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];

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

    /// <summary>Whether the whole amount is approved, with the amount as evidence; a void is whole by nature and needs none.</summary>
    [JsonIgnore]
    public bool IsApproved =>
        Outcome == PaymentOutcome.Approved && (ApprovedAmount is not null || Operation == PaymentOperation.Void);

    /// <summary>Whether money moved, is held, or may have; for Reversed it did, and went back.</summary>
    [JsonIgnore]
    public bool MoneyMayHaveMoved =>
        Outcome
            is PaymentOutcome.Unknown
                or PaymentOutcome.Approved
                or PaymentOutcome.PartiallyApproved
                or PaymentOutcome.Pending
                or PaymentOutcome.Reversed;

    /// <summary>
    /// Whether the same key may be sent again (for Rejected: after the request is fixed). A refusal that left a transaction
    /// has used its key up: a new attempt takes a new key.
    /// </summary>
    [JsonIgnore]
    public bool MaySendAgain =>
        Outcome == PaymentOutcome.NotSent || (Outcome == PaymentOutcome.Rejected && Transaction is null);

    /// <summary>What the provider alone shows, as the type of its package.</summary>
    /// <typeparam name="T">The type that the provider's package brings.</typeparam>
    /// <returns>
    /// What the answer showed, its texts masked; <see langword="null"/> for a result that comes from the journal or another provider, and
    /// where the answer showed no transaction.
    /// </returns>
    public T? As<T>()
        where T : class => View.As<T>();
}

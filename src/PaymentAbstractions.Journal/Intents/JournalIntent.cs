using System.Text.Json.Serialization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal;

/// <summary>What is about to be sent, as far as it must survive: no card data, no one-time tokens, no secrets.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record JournalIntent
{
    /// <summary>The caller's key; unique in its environment.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>The environment of the gateway; Live for a gateway that is configured without one.</summary>
    public required GatewayEnvironment Environment { get; init; }

    /// <summary>What is asked for.</summary>
    public required PaymentOperation Operation { get; init; }

    /// <summary>The configured name of the gateway that this attempt goes to; 1 to 40 of <c>a-z 0-9 _</c>.</summary>
    public required string Gateway { get; init; }

    /// <summary>The account at the provider that this attempt goes to.</summary>
    public required AccountFingerprint Account { get; init; }

    /// <summary>When the attempt began, before anything was sent.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>After this nothing of the attempt may be sent any more; checked immediately before the write.</summary>
    public required DateTimeOffset SendBy { get; init; }

    /// <summary>How much; none for a void.</summary>
    public Money? Amount { get; init; }

    /// <summary>The order, for a sale, an authorization or a credit.</summary>
    public OrderReference OrderReference { get; init; }

    /// <summary>The customer's id at the provider, when one was given.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The transaction that a capture, void or refund is for.</summary>
    public TransactionReference? Original { get; init; }

    /// <summary>What the original is known to hold, for a capture; by the provider, for example. The lesser of this and the journal's own knowledge counts.</summary>
    public Money? OriginalAuthorized { get; init; }

    /// <summary>
    /// What is known to have been captured of the original, for a refund. Counts where the journal has not seen the capture itself;
    /// else the lesser of both.
    /// </summary>
    public Money? OriginalCaptured { get; init; }

    /// <summary>
    /// An HMAC under a configured key that tells one payment method from another; computed by the caller. Compared only where both
    /// attempts have one, so that one-time tokens can leave it out.
    /// </summary>
    public string? MethodFingerprint { get; init; }

    /// <summary>The provider's id of the stored payment method, when one was named.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>The payout request that a credit pays out. Default: none, as in entries that were written before there was one.</summary>
    public string? PayoutId { get; init; }

    /// <summary>Whether the provider only records what was paid elsewhere.</summary>
    public bool IsRecordOnly { get; init; }

    /// <summary>What was noted of the provider's state to find the attempt again. Dropped when the outcome is final.</summary>
    public RecoveryHints? Hints { get; init; }

    /// <summary>
    /// What the key was hashed with for the wire. A provider cannot know the key under another one, so that it is neither recovered
    /// nor sent again there. Default: none, which differs from every configured one.
    /// </summary>
    public string? KeyNamespace { get; init; }

    /// <summary>What the attempt must have for itself, each name with the account; see <see cref="JournalTurn"/>. Default: nothing.</summary>
    public ValueList<PaymentGuard> Guards { get; init; } = [];

    /// <summary>
    /// Whether the attempt is amended with what it reads under its guards before it is sent; while it was not, it is proven unsent.
    /// Set by the journal too, when the attempt has to wait or finds others that matter.
    /// </summary>
    public bool ReadsFirst { get; init; }

    /// <summary>For how long after <see cref="SendBy"/> the guards of a process that has died are held: its longest exchange, with a margin.</summary>
    public TimeSpan HoldGuardsFor { get; init; }

    /// <summary>What was given back of the original by other means than this journal, for a refund, and a void that becomes one.</summary>
    public Money? RefundedElsewhere { get; init; }

    /// <summary>Whether the order may be charged although it is charged or being charged already. Default: no.</summary>
    public bool AdditionalPayment { get; init; }

    /// <summary>Whether an authorization may be captured several times at this gateway. Default: once.</summary>
    public bool MultiCapture { get; init; }

    /// <summary>Whether the merchant began it without the customer. Some rules of the schemes count such tries apart.</summary>
    public bool IsMerchantInitiated { get; init; }

    /// <summary>Whether 3-D Secure authenticated the customer, without which a decline may be a soft one.</summary>
    public bool IsAuthenticated { get; init; }

    /// <summary>
    /// The trace context of the attempt, as W3C writes it in <c>traceparent</c>, so that a look-up can link to the trace of the attempt that it
    /// resolves. Default: none, when nothing traces.
    /// </summary>
    public string? TraceParent { get; init; }

    /// <summary>What the entry is found by.</summary>
    [JsonIgnore]
    public JournalKey JournalKey => new(Environment, IdempotencyKey);

    /// <summary>
    /// Whether the operation charges an order, so that a second key for the order is held up: a sale or an authorization, and not of
    /// zero, which only verifies.
    /// </summary>
    [JsonIgnore]
    public bool ChargesOrder =>
        Operation is PaymentOperation.Sale or PaymentOperation.Authorize
        && OrderReference.IsSpecified
        && Amount is not { IsZero: true };

    /// <summary>Remembers what is needed of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="gateway">The configured name of the gateway.</param>
    /// <param name="environment">The environment of the gateway; Live when it is configured without one.</param>
    /// <param name="account">The account at the provider.</param>
    /// <param name="keyNamespace">What the key is hashed with for the wire.</param>
    /// <param name="startedAt">When the attempt begins.</param>
    /// <param name="sendBy">When nothing may be sent any more.</param>
    /// <returns>The intent, without fingerprint, hints and flags.</returns>
    public static JournalIntent Of(
        PaymentRequest request,
        string gateway,
        GatewayEnvironment environment,
        AccountFingerprint account,
        string keyNamespace,
        DateTimeOffset startedAt,
        DateTimeOffset sendBy
    )
    {
        var attempt = PaymentAttempt.Of(request, startedAt, gateway);
        return new JournalIntent
        {
            IdempotencyKey = attempt.IdempotencyKey,
            Environment = environment,
            Operation = attempt.Operation,
            Gateway = gateway,
            Account = account,
            KeyNamespace = keyNamespace,
            StartedAt = startedAt,
            SendBy = sendBy,
            Amount = attempt.Amount,
            OrderReference = attempt.OrderReference,
            CustomerId = attempt.CustomerId,
            Original = attempt.Original,
            PaymentMethodId = attempt.PaymentMethodId,
            PayoutId = (request as CreditRequest)?.PayoutId,
            IsRecordOnly = attempt.IsRecordOnly,
            IsMerchantInitiated = request is PaymentMethodRequest { IsMerchantInitiated: true },
            IsAuthenticated = request is PaymentMethodRequest { IsAuthenticated: true },
        };
    }

    /// <summary>What a look-up needs to find the attempt.</summary>
    /// <returns>The attempt, hints included.</returns>
    public PaymentAttempt ToAttempt() =>
        new()
        {
            Operation = Operation,
            IdempotencyKey = IdempotencyKey,
            StartedAt = StartedAt,
            Gateway = Gateway,
            Amount = Amount,
            CustomerId = CustomerId,
            OrderReference = OrderReference,
            Original = Original,
            PaymentMethodId = PaymentMethodId,
            IsRecordOnly = IsRecordOnly,
            Hints = Hints,
        };
}

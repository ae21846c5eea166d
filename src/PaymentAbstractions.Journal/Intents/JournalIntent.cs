using System.Text.Json.Serialization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal;

/// <summary>The data of an intended request that must survive a crash: no card data, no one-time tokens, no secrets.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalIntent
{
    /// <summary>The caller's key; unique in its environment.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>The environment of the gateway; Live for a gateway without a configured environment.</summary>
    public required GatewayEnvironment Environment { get; init; }

    /// <summary>The requested operation.</summary>
    public required PaymentOperation Operation { get; init; }

    /// <summary>The configured name of the gateway of this attempt; 1 to 40 of <c>a-z 0-9 _ -</c>.</summary>
    public required string Gateway { get; init; }

    /// <summary>The account at the provider of this attempt.</summary>
    public required AccountFingerprint Account { get; init; }

    /// <summary>When the attempt started, before anything was sent.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The time after which nothing of the attempt may be sent; checked immediately before the write.</summary>
    public required DateTimeOffset SendBy { get; init; }

    /// <summary>The amount; <see langword="null"/> for a void.</summary>
    public Money? Amount { get; init; }

    /// <summary>The order, for a sale, an authorization or a credit.</summary>
    public OrderReference OrderReference { get; init; }

    /// <summary>The customer's id at the provider, when one was given.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The original of a capture, void or refund.</summary>
    public TransactionReference? Original { get; init; }

    /// <summary>
    /// The amount that the original is known to hold, for a capture, for example according to the provider. The lower of this amount and
    /// the journal's own amount counts.
    /// </summary>
    public Money? OriginalAuthorized { get; init; }

    /// <summary>
    /// The amount of the original that is known to have been captured, for a refund. It counts when the journal does not have the capture
    /// itself; otherwise the lower of both counts.
    /// </summary>
    public Money? OriginalCaptured { get; init; }

    /// <summary>
    /// An HMAC with a configured key that distinguishes payment methods; the caller computes it. It is compared only when both attempts
    /// have one, so that it can be left out for one-time tokens.
    /// </summary>
    public string? MethodFingerprint { get; init; }

    /// <summary>The provider's id of the stored payment method, when one was named.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>The payout request that a credit pays. The default is <see langword="null"/>, as in older entries.</summary>
    public string? PayoutId { get; init; }

    /// <summary>Whether the provider only records a payment that took place elsewhere.</summary>
    public bool IsRecordOnly { get; init; }

    /// <summary>The state of the provider that was recorded to find the attempt again. Deleted when the outcome is final.</summary>
    public RecoveryHints? Hints { get; init; }

    /// <summary>
    /// The namespace with which the key was hashed for the provider. With another namespace, the provider cannot recognize the key, so the
    /// attempt is neither recovered nor sent again there. The default is <see langword="null"/>, which differs from every configured
    /// namespace.
    /// </summary>
    public string? KeyNamespace { get; init; }

    /// <summary>
    /// The guards that the attempt needs, with the account in each name; see <see cref="JournalTurn"/>. The default is an empty list.
    /// </summary>
    public ValueList<PaymentGuard> Guards { get; init; } = [];

    /// <summary>
    /// Whether the attempt is amended with what it reads under its guards before it is sent; until then, it is proven unsent. The journal
    /// also sets it when the attempt has to wait or finds other payments that matter to it.
    /// </summary>
    public bool ReadsFirst { get; init; }

    /// <summary>
    /// How long after <see cref="SendBy"/> the guards stay held if the process has ended: the longest exchange, with a margin.
    /// </summary>
    public TimeSpan HoldGuardsFor { get; init; }

    /// <summary>The amount of the original that was refunded outside this journal, for a refund, and for a void that becomes one.</summary>
    public Money? RefundedElsewhere { get; init; }

    /// <summary>
    /// Whether the order may be charged although another attempt charged it or is charging it. The default is <see langword="false"/>.
    /// </summary>
    public bool AdditionalPayment { get; init; }

    /// <summary>Whether an authorization can be captured several times at this gateway. The default is <see langword="false"/>.</summary>
    public bool MultiCapture { get; init; }

    /// <summary>Whether the merchant started it without the customer. Some rules of the schemes count such tries separately.</summary>
    public bool IsMerchantInitiated { get; init; }

    /// <summary>Whether 3-D Secure authenticated the customer. If not, a decline may be a soft decline.</summary>
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
    /// Whether the operation charges an order, so that a second key for the order has to wait: a sale or an authorization, except one of
    /// zero, which only verifies.
    /// </summary>
    [JsonIgnore]
    public bool ChargesOrder =>
        Operation is PaymentOperation.Sale or PaymentOperation.Authorize
        && OrderReference.IsSpecified
        && Amount is not { IsZero: true };

    /// <summary>Creates an intent from a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="gateway">The configured name of the gateway.</param>
    /// <param name="environment">The environment of the gateway; Live for a gateway without a configured environment.</param>
    /// <param name="account">The account at the provider.</param>
    /// <param name="keyNamespace">The namespace with which the key is hashed for the provider.</param>
    /// <param name="startedAt">When the attempt starts.</param>
    /// <param name="sendBy">The time after which nothing may be sent.</param>
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

    /// <summary>Gets the data that a look-up needs to find the attempt.</summary>
    /// <returns>The attempt, with hints.</returns>
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

using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Writes requests to Rebilly and reads its answers. The adapter toolkit decides what the answers prove.</summary>
/// <remarks>
/// Source: create-transaction page, transactions topic and core API reference. A capture is a sale that Rebilly itself matches to an open
/// authorization. Voids and refunds are one operation: before settlement Rebilly voids, afterwards it refunds. The operation takes no
/// requestId, so our mark goes into its description.
/// </remarks>
internal sealed partial class RebillyAdapter : HttpPaymentAdapter
{
    /// <summary>The mark of voids and refunds; it contains the whole key.</summary>
    public static readonly DescriptionMark Mark = new(digits: 40, maxLength: 255);

    private readonly RebillyOptions _options;
    private readonly NotificationReader _notifications;

    public RebillyAdapter(RebillyOptions options, GatewayContext context)
        : base(context, RebillyProfile.Of(options, context))
    {
        _options = options;
        _notifications = new NotificationReader(options);
    }

    public override string? OptionFor(string feature) =>
        feature switch
        {
            nameof(GatewayCapabilities.HighestDataLevel) => nameof(RebillyOptions.CommercialDataCustomField),
            nameof(GatewayCapabilities.PartialCapture) => nameof(RebillyOptions.AllowPartialCapture),
            _ => null,
        };

    public override void Validate(PaymentRequest request, ProblemList problems) =>
        RebillyRequestRules.Check(request, _options, problems);

    public override void Validate(Customer customer, ProblemList problems) =>
        RebillyRequestRules.CheckCustomer(customer, problems);

    public override void Validate(StorePaymentMethodRequest request, ProblemList problems) =>
        RebillyRequestRules.CheckStore(request, problems);

    public override void Validate(UpdatePaymentMethodRequest request, ProblemList problems) =>
        RebillyRequestRules.CheckUpdate(request, problems);

    public override void Validate(PaymentMethodQuery query, ProblemList problems) =>
        RebillyRequestRules.CheckQuery(query, problems);

    public override void Validate(TransactionQuery query, ProblemList problems) => SearchRules.Check(query, problems);

    public override void Validate(PayoutRequest request, ProblemList problems) => PayoutRules.Check(request, problems);

    public override void Validate(CancelPayoutRequest request, ProblemList problems) =>
        PayoutRules.Check(request, problems);

    public override AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original) =>
        RebillyGuards.For(request, original, _options);

    public override object? GetService(Type serviceType) =>
        serviceType == typeof(ICustomerVault)
        || serviceType == typeof(IPaymentMethodCatalog)
        || serviceType == typeof(ITransactionSearch)
        || serviceType == typeof(IRebillyTransactions)
        || serviceType == typeof(IPayouts)
            ? this
        : serviceType == typeof(INotificationReader) ? _notifications
        : null;

    protected override ProviderRequest Write(AdapterAttempt attempt)
    {
        var writer = new TransactionWriter(_options, attempt.WireKey);
        return attempt.Request switch
        {
            CreditRequest credit => writer.Payment("payouts", credit),
            PaymentMethodRequest payment => writer.Payment("transactions", payment),
            CaptureRequest capture => writer.Capture(capture, attempt.Original!.Transaction),
            { Original.TransactionId: var id } request => writer.Reversal(
                $"transactions/{Escape(id)}/refund",
                request,
                attempt.Amount!.Value
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(attempt)),
        };
    }

    protected override ProviderTransaction? Read(TransportAnswer answer, PaymentOperation operation) =>
        answer.StatusCode is 200 or 201 && JsonFields.Read(answer) is { } body ? TransactionReader.Read(body) : null;

    protected override ProviderRefusal? Refuse(TransportAnswer answer, PaymentOperation operation) =>
        answer.StatusCode == 409 && Capabilities.HonorsKey(operation)
            ? ProviderRefusal.KeyUsed(ProblemDocument.Read(answer)?.Text)
            : RefusalByStatus.Of(answer);

    protected override ProviderRequest ReadById(string id) => ProviderRequest.Get($"transactions/{Escape(id)}");

    protected override ProviderRequest? ListFor(AdapterAttempt attempt) =>
        Capabilities.HonorsKey(attempt.PerformsAs) ? TransactionList.By($"requestId:{attempt.WireKey}") : null;

    // It is not documented that a filter is applied: the toolkit checks every row, and an empty list proves nothing.
    protected override IReadOnlyList<ProviderTransaction>? ReadList(TransportAnswer answer) =>
        TransactionList.Read(answer);

    // A void always covers the whole amount.
    protected override ValueList<PaymentOperation> MayShowAs(AdapterAttempt attempt) =>
        attempt.PerformsAs switch
        {
            PaymentOperation.Refund
                when attempt.Original?.Transaction.Returnable is { } whole
                    && attempt.Amount is { } part
                    && part.Currency == whole.Currency
                    && part < whole => [PaymentOperation.Refund],
            PaymentOperation.Void when attempt.Original?.Transaction.Type == PaymentOperation.Refund =>
            [
                PaymentOperation.Void,
            ],
            PaymentOperation.Void or PaymentOperation.Refund => [PaymentOperation.Void, PaymentOperation.Refund],
            var other => [other],
        };

    protected override ProviderRefusal? RefuseByOriginal(AdapterAttempt attempt) =>
        attempt.Request switch
        {
            CaptureRequest => RefuseCapture(attempt.Original!.Transaction),
            RefundRequest refund => RefuseRefund(refund, attempt.Original!.Transaction),
            _ => null,
        };

    protected override Task<PreparedRead> PrepareAsync(AdapterAttempt attempt, RunningAttempt running) =>
        attempt.Request switch
        {
            SaleRequest sale => KeepClearAsync(sale, running),
            CaptureRequest capture => FindOnlyAsync(capture, attempt.Original!.Transaction, running),
            CreditRequest credit => CheckPayoutAsync(credit, running),
            _ => base.PrepareAsync(attempt, running),
        };

    /// <summary>Has Rebilly query the gateway; this changes nothing. Source: core API reference, query a transaction.</summary>
    protected override async Task<FindResult> InquireAsync(
        TransactionState state,
        bool isOfAttempt,
        CancellationToken cancellationToken = default
    )
    {
        if (
            state.Reason
            is not (
                PaymentReason.ProviderTimeout
                or PaymentReason.ProviderConnectionError
                or PaymentReason.ProviderNeverSent
            )
        )
        {
            return FindResult.Found(state);
        }

        var id = state.Transaction.TransactionId;
        var answer = await ReadAsync(ProviderRequest.Post($"transactions/{Escape(id)}/query"), cancellationToken)
            .ConfigureAwait(false);
        return answer.StatusCode is 200 or 201 && JsonFields.Read(answer) is { } body
            ? GatewayQuery.Settle(state, body, isOfAttempt)
            : FindResult.Found(state);
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);

    // Rebilly documents seven days; close to the end, its clock and ours may disagree.
    private ProviderRefusal? RefuseCapture(ProviderTransaction authorization)
    {
        if (string.IsNullOrEmpty(authorization.CustomerId))
        {
            return ProviderRefusal.Rejected(
                PaymentReason.AuthorizationNotOpen,
                "The authorization has no customer to capture from."
            );
        }

        // A card or bank account always has an id; for other methods the id may be absent.
        if (
            authorization.UnreadableFields.Any(field =>
                field == "gatewayAccountId" || field.StartsWith("paymentInstrument", StringComparison.Ordinal)
            )
            || authorization.PaymentMethod
                is { Id: null, Method: null or "" or Vocabulary.PaymentCard or Vocabulary.Ach }
        )
        {
            return ProviderRefusal.Rejected(
                PaymentReason.AuthorizationNotOpen,
                "The authorization has no payment instrument to capture from."
            );
        }

        if (authorization.ExpiresAt is not { } expiry)
        {
            return ProviderRefusal.Rejected(
                PaymentReason.AuthorizationExpired,
                "The authorization has no creation time, so it may have lapsed. Authorize again."
            );
        }

        var now = Clock.GetUtcNow();
        return now < expiry - _options.AuthorizationMargin
            ? null
            : ProviderRefusal.Rejected(
                PaymentReason.AuthorizationExpired,
                $"The authorization lapses at {Instants.Show(expiry)} and is not captured in the last "
                    + $"{_options.AuthorizationMargin} before; the clock of this application shows {Instants.Show(now)}. "
                    + "Authorize again."
            );
    }

    private ProviderRefusal? RefuseRefund(RefundRequest request, ProviderTransaction sale) =>
        sale.Returnable is { } taken
        && sale.Requested?.Currency != taken.Currency
        && request.Amount < taken
        && !_options.AllowPartialRefundOfConverted
            ? ProviderRefusal.Rejected(
                PaymentReason.InvalidRequest,
                $"The sale of {sale.Requested} was processed as {taken}. It is not documented how Rebilly gives back a part of a "
                    + $"converted sale: refund {taken}, or set the option {nameof(RebillyOptions.AllowPartialRefundOfConverted)}."
            )
            : null;
}

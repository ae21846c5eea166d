using System.Globalization;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Describes the API for the toolkit: what is written, what an answer shows, what counts as a refusal, and where a payment can be found.
/// </summary>
internal sealed partial class VirtualTerminalAdapter(VirtualTerminalAccount account, GatewayContext context)
    : HttpPaymentAdapter(context, VirtualTerminalProfile.Of(account))
{
    private readonly TransactionReader _transactions = new(account.Currency);
    private readonly RefusalReader _refusals = new(account.Options);

    public override string? OptionFor(string feature) =>
        feature == nameof(PaymentOperation.Refund) ? nameof(VirtualTerminalOptions.EnableRefunds) : null;

    public override void Validate(PaymentRequest request, ProblemList problems) =>
        VirtualTerminalRequestRules.Check(request, account, problems);

    public override void Validate(Customer customer, ProblemList problems) =>
        VirtualTerminalRequestRules.Check(customer, account.Options, problems);

    public override void Validate(TransactionQuery query, ProblemList problems)
    {
        if (query.CustomerId is not null)
        {
            FieldRules.CustomerId(nameof(query.CustomerId), query.CustomerId, account.Options, problems);
        }
    }

    public override void Validate(UpdatePaymentMethodRequest request, ProblemList problems)
    {
        FieldRules.CustomerId(nameof(request.CustomerId), request.CustomerId, account.Options, problems);
        FieldRules.Id(nameof(request.PaymentMethodId), request.PaymentMethodId, problems);
    }

    public override object? GetService(Type serviceType) =>
        serviceType == typeof(ICustomerVault)
        || serviceType == typeof(IRecurringBillings)
        || serviceType == typeof(ITransactionSearch)
            ? this
            : null;

    /// <summary>
    /// One charge at a time per customer, payment method and amount, because two such charges could not be distinguished afterwards; and
    /// one capture, void or refund at a time per transaction.
    /// </summary>
    public override AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original) =>
        new()
        {
            Guards =
            [
                new PaymentGuard
                {
                    Name = request is PaymentMethodRequest charge
                        ? string.Create(
                            CultureInfo.InvariantCulture,
                            $"charge:{charge.Customer?.Id}:{MethodOf(charge)}:{charge.Amount.Amount}:{charge.Amount.Currency.Code}"
                        )
                        : $"transaction:{request.Original?.TransactionId}",
                },
            ],
            ReadsFirst = true,
        };

    /// <summary>
    /// Maps refunds, which do not exist here: a settled transaction is given back by a credit, an unsettled one by a void of the whole
    /// amount.
    /// </summary>
    protected override PaymentOperation PerformsAs(PaymentOperation operation, ProviderTransaction? original) =>
        operation switch
        {
            PaymentOperation.Refund => original is { IsSettled: true }
                ? PaymentOperation.Credit
                : PaymentOperation.Void,
            PaymentOperation.Void
                when original is { IsSettled: true, Type: PaymentOperation.Sale } && account.Options.EnableRefunds =>
                PaymentOperation.Credit,
            _ => operation,
        };

    protected override ProviderRequest Write(AdapterAttempt attempt) =>
        IsOfOriginal(attempt) ? ChangeRequest.Of(attempt, account.Options)
        : HostedRequests.IsHosted(attempt.Request) ? HostedRequests.Complete(attempt, account)
        : AddRequest.Of(attempt, account);

    protected override ProviderTransaction? Read(TransportAnswer answer, PaymentOperation operation) =>
        _transactions.OfWrite(answer, operation);

    protected override ProviderTransaction? Read(TransportAnswer answer, string id) => _transactions.OfRead(answer, id);

    protected override ProviderRefusal? Refuse(TransportAnswer answer, PaymentOperation operation) =>
        operation == PaymentOperation.Unknown ? RefusalReader.OfRead(answer) : _refusals.OfWrite(answer, operation);

    protected override ProviderRefusal? RefuseByOriginal(AdapterAttempt attempt) =>
        ReturnRules.Refuse(attempt, account.Options);

    protected override ProviderTransaction? ShownAs(
        ProviderTransaction original,
        AdapterAttempt attempt,
        bool isClaimed
    ) => ShownChange.Of(original, attempt, isClaimed);

    protected override ProviderRequest ReadById(string id) => Get($"transaction/{id}");

    /// <summary>
    /// The customer's unsettled transactions. The list does not contain settled, voided or failed transactions, and possibly no
    /// authorizations and credits, so a missing transaction proves nothing by itself.
    /// </summary>
    protected override ProviderRequest? ListFor(AdapterAttempt attempt)
    {
        var customer = attempt.Attempt.CustomerId ?? attempt.Original?.Transaction.CustomerId;
        return !IsOfOriginal(attempt) && VirtualTerminalIds.TryParse(customer, out _) ? UnsettledOf(customer!) : null;
    }

    protected override IReadOnlyList<ProviderTransaction>? ReadList(TransportAnswer answer) =>
        _transactions.OfList(answer);

    /// <summary>Records which transactions exist before a charge. A credit for an original reads the original instead.</summary>
    protected override async Task<PreparedRead> PrepareAsync(AdapterAttempt attempt, RunningAttempt running) =>
        attempt.Original is not null || ListFor(attempt) is not { } list ? PreparedRead.Ready
        : HostedRequests.IsHosted(attempt.Request)
            ? await running.PrepareAsync(token => BeforeCompletionAsync(attempt, list, token)).ConfigureAwait(false)
        : PreparedRead.With(await running.PrepareAsync(token => BaselineAsync(list, token)).ConfigureAwait(false));

    protected override TransactionState Describe(TransactionState state, ProviderTransaction shown) =>
        shown.IsAdjusted ? state with { CapturedAmount = null } : state;

    protected override bool IsTransactionId(string id) => VirtualTerminalIds.TryParse(id, out _);

    // A card that the customer enters has no id before it was charged.
    private static string? MethodOf(PaymentMethodRequest charge) =>
        (charge.PaymentMethod as StoredPaymentMethod)?.Id ?? "hosted";

    private static bool IsOfOriginal(AdapterAttempt attempt) =>
        attempt.PerformsAs is PaymentOperation.Capture or PaymentOperation.Void;

    private ProviderRequest UnsettledOf(string customer) => Get($"customer/{customer}/Transactions/NotSettled");

    // The paths of reads contain the API key.
    private ProviderRequest Get(string path) => ProviderRequest.Get(path) with { PathSecret = account.Options.ApiKey };
}

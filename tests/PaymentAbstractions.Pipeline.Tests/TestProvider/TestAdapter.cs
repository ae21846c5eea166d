using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class TestAdapter(TestOptions options, GatewayContext context) : PaymentAdapter
{
    private readonly TestBackend? _backend = context.Services.GetService<TestBackend>();

    public TestOptions Options => options;

    public GatewayContext Context => context;

    public override GatewayCapabilities Capabilities { get; } =
        context.Services.GetService<TestBackend>()?.Capabilities ?? TestBackend.Everything;

    public override AccountFingerprint Account { get; } =
        AccountFingerprint.Of("Test", context.Environment?.ToString() ?? "None", options.Account!);

    public override string? OptionFor(string feature) =>
        feature == nameof(PaymentOperation.Credit) ? nameof(TestOptions.IsOpen) : null;

    public override void Validate(PaymentRequest request, ProblemList problems)
    {
        if (request.Description?.Length > 10)
        {
            problems.Add(nameof(request.Description), "has more than 10 characters.");
        }
    }

    public override AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original) =>
        _backend?.Guards ?? AttemptGuards.None;

    public override Task<PaymentResult> ExecuteAsync(RunningAttempt attempt) =>
        _backend is null
            ? throw new InvalidOperationException("There is no backend.")
            : _backend.ExecuteAsync(this, attempt);

    public override Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        _backend?.FindAsync(this, request) ?? Task.FromResult(FindResult.NotSeen($"Looked in {context.Name}."));

    public override TimeSpan LongestExchange => TimeSpan.FromMinutes(2);

    public override TimeSpan MayChangeFor => _backend?.MayChangeFor ?? TimeSpan.Zero;

    public override void Validate(PaymentMethodQuery query, ProblemList problems)
    {
        if (query.CustomerId?.Length > 10)
        {
            problems.Add(nameof(query.CustomerId), "has more than 10 characters.");
        }
    }

    public override void Validate(TransactionQuery query, ProblemList problems)
    {
        if (query.CustomerId?.Length > 10)
        {
            problems.Add(nameof(query.CustomerId), "has more than 10 characters.");
        }
    }

    public override void Validate(PayoutRequest request, ProblemList problems)
    {
        if (request.Id?.Length > 10)
        {
            problems.Add(nameof(request.Id), "has more than 10 characters.");
        }
    }

    public override object? GetService(Type serviceType) =>
        serviceType == typeof(TestAdapter) ? this
        : serviceType == typeof(IPaymentMethodCatalog) ? _backend?.Catalog
        : serviceType == typeof(ITransactionSearch) ? _backend?.Search
        : serviceType == typeof(IPayouts) ? _backend?.Payouts
        : base.GetService(serviceType);

    /// <summary>Makes an approval by this gateway and account.</summary>
    public PaymentResult Approve(PaymentRequest request) =>
        (
            request is VoidRequest voiding
                ? Testing.PaymentResults.Voided(voiding, Money.Usd(1m))
                : Testing.PaymentResults.Approved(request)
        ) with
        {
            Gateway = context.Name,
            Transaction = Reference($"txn-{request.IdempotencyKey}"),
        };

    /// <summary>Makes the state that a look-up shows of an approved attempt.</summary>
    public TransactionState Shown(FindRequest request, PaymentOutcome outcome = PaymentOutcome.Approved)
    {
        var attempt = request.Attempt!;
        return new TransactionState
        {
            Transaction = Reference($"txn-{attempt.IdempotencyKey}"),
            Type = attempt.Operation,
            Outcome = outcome,
            RequestedAmount = attempt.Amount,
            AuthorizedAmount = attempt.Operation == PaymentOperation.Authorize ? attempt.Amount : null,
            CapturedAmount = attempt.Operation is PaymentOperation.Sale or PaymentOperation.Capture
                ? attempt.Amount
                : null,
        };
    }

    public TransactionReference Reference(string id) => new(context.Name, Account, id);
}

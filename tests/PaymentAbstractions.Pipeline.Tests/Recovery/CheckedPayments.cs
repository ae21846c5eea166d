using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Payments at a provider that may change outcomes for a week.</summary>
internal sealed class CheckedPayments : IAsyncDisposable
{
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly JournaledPayments _payments;

    public CheckedPayments(string recovery = "{}")
    {
        _payments = new JournaledPayments(
            $$"""
            {
              "Default": "cards_eu",
              "Recovery": {{recovery}},
              "Gateways": {
                "cards_eu": { "Provider": "Test", "Environment": "Live", "Account": "eu" },
                "cards_us": { "Provider": "Test", "Environment": "Live", "Account": "us" }
              }
            }
            """,
            services => services.AddSingleton<IPaymentResolutionHandler>(Heard)
        );
        Prepare(_payments.Current);
    }

    public HeardResolutions Heard { get; } = new();

    public ManualTimeProvider Clock => _payments.Clock;

    public MemoryJournal Journal => _payments.Journal;

    public TestPayments Current => _payments.Current;

    public IPaymentGateway Default => _payments.Default;

    public TestBackend Backend => _payments.Backend;

    public IPaymentRecovery Recovery => _payments.Recovery;

    /// <summary>The entry of the sale that the tests check.</summary>
    public JournalEntry Entry =>
        Journal.Entries.Single(entry => entry.Key.Key == PaymentRequests.Sale().IdempotencyKey);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts another process on the same journal; the previous one continues.</summary>
    public TestPayments Restart()
    {
        Prepare(_payments.Restart());
        return Current;
    }

    public Task<PaymentResult> SellAsync() => Default.SaleAsync(PaymentRequests.Sale(), Token);

    public Task<PaymentResult> SellAsync(string key) =>
        Default.SaleAsync(
            PaymentRequests.Sale() with
            {
                IdempotencyKey = new IdempotencyKey(key),
                OrderReference = new OrderReference("order-" + key),
            },
            Token
        );

    /// <summary>Makes a sale that the provider declines and stores as a transaction.</summary>
    public async Task DeclineAsync()
    {
        var before = Backend.OnExecute;
        Backend.OnExecute = (adapter, call) =>
            RepeatTests.Send(
                call,
                PaymentResults.Declined(call.Request) with
                {
                    Transaction = adapter.Reference($"txn-{call.Request.IdempotencyKey}"),
                }
            );
        Assert.Equal(PaymentOutcome.Declined, (await SellAsync()).Outcome);
        Backend.OnExecute = before;
    }

    /// <summary>Sets what every look-up shows from now on.</summary>
    public void Show(PaymentOutcome outcome, Func<TransactionState, TransactionState>? change = null) =>
        Backend.OnFind = (adapter, request) =>
        {
            var state = new TransactionState
            {
                Transaction = request.Transaction ?? adapter.Reference($"txn-{request.Attempt!.IdempotencyKey}"),
                Type = PaymentOperation.Sale,
                Outcome = outcome,
                RequestedAmount = PaymentRequests.Sale().Amount,
                CapturedAmount = PaymentRequests.Sale().Amount,
                ProcessedAmount = PaymentRequests.Sale().Amount,
            };
            return FindResult.Found(change?.Invoke(state) ?? state);
        };

    /// <summary>Runs recovery after some time.</summary>
    public Task<RecoveryReport> RecoverAfterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return Recovery.RecoverAsync(Token);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private static void Prepare(TestPayments payments) => payments.Backend.MayChangeFor = TimeSpan.FromDays(7);
}

using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class HintTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hints_are_taken_before_the_send_and_kept_until_the_outcome_is_final()
    {
        _payments.Backend.Hints = new Hints(_payments.Clock);
        RecoveryHints? seen = null;
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            seen = _payments.Entry.Intent.Hints;
            return RepeatTests.Send(call, adapter.Approve(call.Request));
        };

        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(["there-before"], seen!.KnownTransactionIds);
        Assert.Null(_payments.Entry.Intent.Hints);
    }

    [Fact]
    public async Task A_known_key_and_an_operation_without_any_take_no_hints()
    {
        var hints = new Hints(_payments.Clock);
        _payments.Backend.Hints = hints;
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        await _payments.Default.CreditAsync(PaymentRequests.Credit(), Token);

        Assert.Equal(1, hints.Taken);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private sealed class Hints(TimeProvider clock) : IRecoveryHintSource
    {
        public int Taken { get; private set; }

        public bool TakesHintsFor(PaymentOperation operation) => operation != PaymentOperation.Credit;

        public Task<RecoveryHints?> TakeHintsAsync(
            PaymentRequest request,
            CancellationToken cancellationToken = default
        )
        {
            Taken++;
            return Task.FromResult<RecoveryHints?>(
                new RecoveryHints { TakenAt = clock.GetUtcNow(), KnownTransactionIds = ["there-before"] }
            );
        }
    }
}

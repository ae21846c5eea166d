using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>For adapters that ignore the gate, or send by other means, money may have moved, so nothing is considered unsent.</summary>
public sealed class GateTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("payments-gate-").FullName;
    private readonly CancellationTokenSource _caller = new();
    private readonly TestPayments _payments;
    private int _charges;

    public GateTests()
    {
        _payments = new TestPayments(configure: payments =>
            payments.UseSqliteJournal(Path.Combine(_folder, "payments.db"))
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_write_without_the_gate_that_then_throws_is_sent_once(bool honorsKey) =>
        ChargesOnceAsync(
            honorsKey,
            (_, _) =>
            {
                _charges++;
                throw new InvalidOperationException("The answer could not be read.");
            }
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_timeout_of_the_adapters_http_client_is_not_a_caller_who_left(bool honorsKey) =>
        ChargesOnceAsync(
            honorsKey,
            (_, _) =>
            {
                _charges++;
                throw new TaskCanceledException(
                    "The request was canceled due to the configured timeout.",
                    new TimeoutException()
                );
            }
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task An_adapter_that_says_itself_that_nothing_was_sent_is_not_believed(bool honorsKey) =>
        ChargesOnceAsync(
            honorsKey,
            (_, attempt) =>
            {
                _charges++;
                return Task.FromResult(PaymentResults.NotSent(attempt.Request));
            }
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_read_before_a_write_without_the_gate_does_not_count(bool honorsKey) =>
        ChargesOnceAsync(
            honorsKey,
            async (_, attempt) =>
            {
                await attempt.PrepareAsync(_ => Task.FromResult("what a read shows"));
                _charges++;
                throw new HttpRequestException("The connection was reset.");
            }
        );

    [Fact]
    public async Task A_caller_who_leaves_while_such_an_adapter_sends_frees_no_key()
    {
        _payments.Backend.Capabilities = NoKeys;
        var sending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var canFail = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _payments.Backend.OnExecute = async (_, _) =>
        {
            _charges++;
            sending.SetResult();
            await canFail.Task;
            throw new OperationCanceledException();
        };
        var first = _payments.Default.SaleAsync(PaymentRequests.Sale(), _caller.Token);
        await sending.Task;

        await _caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        var second = _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        canFail.SetResult();

        Assert.Equal(PaymentOutcome.Unknown, (await second).Outcome);
        Assert.Equal(1, _charges);
    }

    [Fact]
    public async Task A_write_that_was_handed_over_and_never_opened_is_proven_unsent()
    {
        _payments.Backend.OnExecute = (_, attempt) =>
        {
            _payments.Clock.Advance(TimeSpan.FromMinutes(2));
            Assert.False(attempt.TryBeginSend());
            throw new InvalidOperationException("The window has passed.");
        };

        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.SendByPassed), (result.Outcome, result.Reason));
    }

    public async ValueTask DisposeAsync()
    {
        await _payments.DisposeAsync();
        _caller.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static GatewayCapabilities NoKeys => TestBackend.Everything with { HonorsIdempotencyKey = [] };

    // Where the provider honors the key, a repeat with the key is safe: the provider makes only one transaction.
    private async Task ChargesOnceAsync(bool honorsKey, Func<TestAdapter, RunningAttempt, Task<PaymentResult>> execute)
    {
        _payments.Backend.Capabilities = honorsKey ? TestBackend.Everything : NoKeys;
        _payments.Backend.OnExecute = execute;

        var first = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        var third = await _payments.Default.SaleAsync(PaymentRequests.Sale(key: "another-key"), Token);

        Assert.Equal(PaymentOutcome.Unknown, first.Outcome);
        Assert.Equal(PaymentOutcome.Unknown, second.Outcome);
        Assert.Equal(PaymentOutcome.Unknown, third.Outcome);
        Assert.Equal(honorsKey ? 2 : 1, _charges);
        Assert.All(
            _payments.Backend.Executed,
            one => Assert.Equal(first.IdempotencyKey, one.Call.Request.IdempotencyKey)
        );
    }
}

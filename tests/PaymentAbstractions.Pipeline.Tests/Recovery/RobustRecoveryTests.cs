using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>A payment that cannot be recovered, or a handler that does not end, does not delay other payments.</summary>
public sealed class RobustRecoveryTests : IAsyncDisposable
{
    private static readonly string[] Keys = ["a", "b", "c"];

    private readonly Handler _slow = new();
    private readonly Handler _other = new();
    private readonly JournaledPayments _payments;

    public RobustRecoveryTests()
    {
        _payments = new JournaledPayments(services: services =>
        {
            services.AddSingleton<IPaymentResolutionHandler>(_slow);
            services.AddSingleton<IPaymentResolutionHandler>(_other);
        });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_that_the_journal_cannot_write_does_not_end_the_round()
    {
        await LeaveInDoubtAsync();
        _payments.Journal.OnResolve = key =>
        {
            if (key.Key.Value == "a")
            {
                throw new InvalidOperationException("s3cret");
            }
        };

        var report = await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal((3, 2), (report.LookedUp, report.Resolved));
        Assert.Contains(_payments.Current.Logs.Exceptions, one => one.ToString().Contains("InvalidOperation"));
        Assert.DoesNotContain(_payments.Current.Logs.Exceptions, one => one.ToString().Contains("s3cret"));
    }

    [Fact]
    public async Task A_listing_that_breaks_off_recovers_what_it_listed_and_is_logged()
    {
        await LeaveInDoubtAsync();
        _payments.Journal.OnListed = entry =>
        {
            if (entry.Intent.IdempotencyKey.Value == "c")
            {
                throw new IOException("The row cannot be read.");
            }
        };

        var report = await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal((2, 2), (report.LookedUp, report.Resolved));
        Assert.NotEmpty(_payments.Current.Logs.Exceptions);
    }

    [Fact]
    public async Task A_handler_that_never_ends_delays_neither_other_handlers_nor_other_payments()
    {
        await LeaveInDoubtAsync();
        _slow.Hangs = true;

        var recovering = _payments.Recovery.RecoverAsync(Token);
        while (!recovering.IsCompleted)
        {
            _payments.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Equal(0, (await recovering).Published);
        Assert.Equal(Keys, _other.Heard.Order(StringComparer.Ordinal));
        Assert.True(_slow.WasAskedToEnd);
        Assert.Equal(
            3,
            _payments
                .Current.Logs.Of(LogLevel.Warning)
                .Count(text => text.Contains("did not complete", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_payment_that_a_repeat_resolved_leaves_no_note()
    {
        await LeaveInDoubtAsync();
        _payments.Backend.OnFind = (_, _) => FindResult.NotSeen("Not there.");
        await _payments.Recovery.RecoverAsync(Token);
        var notes = _payments.Current.Services.GetRequiredService<LookupNotes>();
        var before = notes.Count;

        _payments.Backend.OnExecute = (adapter, call) => RepeatTests.Send(call, adapter.Approve(call.Request));
        await _payments.Default.SaleAsync(Sale("a"), Token);
        await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal((3, 2), (before, notes.Count));
    }

    [Fact]
    public async Task Payments_in_doubt_at_a_gateway_that_is_gone_are_warned_of_once()
    {
        await LeaveInDoubtAsync();
        _payments.Restart(
            """{ "Gateways": { "cards_us": { "Provider": "Test", "Environment": "Live", "Account": "us" } } }"""
        );

        await _payments.Recovery.RecoverAsync(Token);
        await _payments.Recovery.RecoverAsync(Token);

        Assert.Single(
            _payments.Current.Logs.Of(LogLevel.Warning),
            text => text.Contains("cards_eu (3)", StringComparison.Ordinal)
        );
    }

    public async ValueTask DisposeAsync()
    {
        _slow.End();
        await _payments.DisposeAsync();
    }

    private static SaleRequest Sale(string key) =>
        PaymentRequests.Sale(key: key) with
        {
            OrderReference = new OrderReference($"order-{key}"),
        };

    private async Task LeaveInDoubtAsync()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        foreach (var key in Keys)
        {
            await _payments.Default.SaleAsync(Sale(key), Token);
        }

        _payments.Backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));
        _payments.Clock.Advance(JournaledPayments.LongAfter);
    }

    private sealed class Handler : IPaymentResolutionHandler
    {
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<string> _heard = [];

        public IReadOnlyList<string> Heard => _heard;

        public bool Hangs { get; set; }

        public bool WasAskedToEnd { get; private set; }

        public Task HandleAsync(PaymentResolution resolution, CancellationToken cancellationToken = default)
        {
            _heard.Add(resolution.IdempotencyKey.Value);
            cancellationToken.Register(() => WasAskedToEnd = true);
            return Hangs ? _end.Task : Task.CompletedTask;
        }

        public void End() => _end.TrySetResult();
    }
}

using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Checks of closed payments that fail, or whose process dies or runs beside another one.</summary>
public sealed class CheckFailureTests : IAsyncDisposable
{
    private readonly CheckedPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_do_not_both_look_at_one_payment()
    {
        for (var i = 0; i < 12; i++)
        {
            await _payments.SellAsync($"{i}");
        }

        var first = _payments.Current;
        var second = _payments.Restart();
        _payments.Clock.Advance(CheckedPayments.Hour);
        var reports = await Task.WhenAll(
            new[] { first, second }.Select(one => Task.Run(() => RecoveryOf(one).RecoverAsync(Token), Token))
        );

        var looked = first.Backend.Found.Concat(second.Backend.Found).Select(one => one.Request.Transaction!).ToList();
        Assert.Equal(12, looked.Count);
        Assert.Equal(12, looked.Distinct().Count());
        Assert.Equal(12, reports.Sum(report => report.Checked));
    }

    [Fact]
    public async Task A_check_of_a_process_that_died_is_made_by_another_process_when_the_claim_has_expired()
    {
        await _payments.SellAsync();
        _payments.Clock.Advance(CheckedPayments.Hour);
        using var dying = new CancellationTokenSource();
        _payments.Backend.OnFind = (_, _) =>
        {
            dying.Cancel();
            throw new OperationCanceledException(dying.Token);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _payments.Recovery.RecoverAsync(dying.Token));
        _payments.Restart();
        _payments.Show(PaymentOutcome.Reversed);

        var early = await _payments.RecoverAfterAsync(TimeSpan.FromMinutes(3));
        // Two minutes for the exchange and two for the margin.
        var late = await _payments.RecoverAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((0, 1), (early.Checked, late.Checked));
        Assert.Equal(PaymentOutcome.Reversed, Assert.Single(_payments.Heard.All).Result.Outcome);
    }

    [Fact]
    public async Task After_a_crash_between_the_record_and_the_note_the_change_is_published_again()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Declined, state => state with { CapturedAmount = null });
        _payments.Journal.Refused.Add(nameof(IPaymentJournal.MarkPublishedAsync));
        _payments.Journal.Refused.Add(nameof(IPaymentJournal.EndCheckAsync));
        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        _payments.Journal.Refused.Clear();
        _payments.Restart();
        await _payments.RecoverAfterAsync(TimeSpan.Zero);

        Assert.Equal(2, _payments.Heard.All.Count);
        Assert.Equal(_payments.Heard.All[0], _payments.Heard.All[1]);
        Assert.False(_payments.Entry.IsUnpublished);
    }

    [Fact]
    public async Task A_change_is_published_once_although_the_process_died_before_the_end_of_the_check()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Reversed);
        _payments.Journal.Refused.Add(nameof(IPaymentJournal.EndCheckAsync));
        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        _payments.Journal.Refused.Clear();
        _payments.Restart();
        _payments.Show(PaymentOutcome.Reversed);
        var again = await _payments.RecoverAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal((1, 0), (again.Checked, again.Changed));
        Assert.Single(_payments.Heard.All);
    }

    [Fact]
    public async Task A_change_that_cannot_be_recorded_is_looked_at_again()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Reversed);
        _payments.Journal.Refused.Add(nameof(IPaymentJournal.ObserveAsync));
        var failed = await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        _payments.Journal.Refused.Clear();
        var again = await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        Assert.Equal((1, 0), (failed.Deferred, failed.Published));
        Assert.Equal((1, 1, 0), (again.Checked, again.Changed, again.Deferred));
    }

    [Fact]
    public async Task A_look_up_that_fails_is_not_repeated_at_once_and_is_due_again_after_the_longest_back_off()
    {
        await _payments.SellAsync();
        _payments.Backend.OnFind = (_, _) => FindResult.LookupFailed("It is down.");

        var report = await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        Assert.Equal((1, 0, 1), (report.Checked, report.Changed, report.Deferred));
        Assert.Single(_payments.Backend.Found);
        Assert.Equal(_payments.Clock.GetUtcNow() + CheckedPayments.Hour, _payments.Entry.NextCheckAt);
    }

    [Fact]
    public async Task An_adapter_that_throws_defers_the_check()
    {
        await _payments.SellAsync();
        _payments.Backend.OnFind = (_, _) => throw new InvalidOperationException("A mistake.");

        var report = await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        Assert.Equal((1, 1), (report.Checked, report.Deferred));
        Assert.Equal(_payments.Clock.GetUtcNow() + CheckedPayments.Hour, _payments.Entry.NextCheckAt);
    }

    [Fact]
    public async Task A_provider_that_limits_the_rate_is_left_alone_until_it_says()
    {
        for (var i = 0; i < 6; i++)
        {
            await _payments.SellAsync($"{i}");
        }

        var retryAt = _payments.Clock.GetUtcNow().AddHours(4);
        _payments.Backend.OnFind = (_, _) => FindResult.LookupFailed("Too many requests.", retryAt);
        await _payments.RecoverAfterAsync(CheckedPayments.Hour);
        var asked = _payments.Backend.Found.Count;
        await _payments.RecoverAfterAsync(TimeSpan.FromHours(2));
        var early = _payments.Backend.Found.Count;
        _payments.Show(PaymentOutcome.Approved);
        var late = await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        // Four payments are looked up at a time.
        Assert.Equal((4, 4), (asked, early));
        Assert.Equal(6, late.Checked);
        Assert.Equal(10, _payments.Backend.Found.Count);
    }

    [Fact]
    public async Task A_rate_limit_for_unresolved_payments_makes_closed_payments_wait_too()
    {
        await _payments.SellAsync();
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.SellAsync("doubt");
        _payments.Backend.OnFind = (_, request) =>
            request.Attempt is null
                ? throw new InvalidOperationException("Nobody may ask now.")
                : FindResult.LookupFailed("Too many requests.", _payments.Clock.GetUtcNow().AddMinutes(30));

        var report = await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        // Only once: a provider that limits the rate is not asked again immediately.
        Assert.Single(_payments.Backend.Found);
        Assert.Equal((1, 0, 0), (report.LookedUp, report.Checked, report.Deferred));
    }

    [Fact]
    public async Task Checks_that_only_fail_end_when_as_much_time_again_has_passed()
    {
        await _payments.SellAsync();
        _payments.Backend.OnFind = (_, _) => FindResult.LookupFailed("It is down.");

        for (var day = 0; day < 13; day++)
        {
            await _payments.RecoverAfterAsync(TimeSpan.FromDays(1));
        }

        var before = _payments.Entry.NextCheckAt;
        await _payments.RecoverAfterAsync(TimeSpan.FromDays(1));

        Assert.NotNull(before);
        Assert.Null(_payments.Entry.NextCheckAt);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private static IPaymentRecovery RecoveryOf(TestPayments payments) =>
        payments.Services.GetService(typeof(IPaymentRecovery)) as IPaymentRecovery
        ?? throw new InvalidOperationException();
}

using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Final outcomes can change: closed payments are looked up again, and changes are recorded, answered and published.</summary>
public sealed class ClosedCheckTests : IAsyncDisposable
{
    private readonly CheckedPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task A_decline_that_becomes_approved_holds_its_order_from_then_on(int? revision)
    {
        await _payments.DeclineAsync();
        _payments.Show(PaymentOutcome.Approved, state => state with { Revision = revision });

        var report = await _payments.RecoverAfterAsync(CheckedPayments.Hour);
        var sent = _payments.Backend.Sent;
        var repeat = await _payments.SellAsync();
        var other = await _payments.Default.SaleAsync(OtherKey(), Token);

        Assert.Equal((1, 1, 1), (report.Checked, report.Changed, report.Published));
        var heard = Assert.Single(_payments.Heard.All);
        Assert.Equal((PaymentOutcome.Declined, PaymentOutcome.Approved), (heard.Before, heard.Result.Outcome));
        Assert.Contains(JournalChange.Outcome, heard.Changes);
        Assert.True(repeat.IsApproved);
        Assert.Equal((PaymentOutcome.Approved, PaymentReason.AlreadyPaid), (other.Outcome, other.Reason));
        Assert.Equal(sent, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_decline_that_becomes_approved_after_another_key_paid_is_published_as_a_duplicate_charge()
    {
        await _payments.DeclineAsync();
        await _payments.Default.SaleAsync(OtherKey(), Token);
        _payments.Show(PaymentOutcome.Approved);

        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        var heard = Assert.Single(_payments.Heard.All);
        Assert.Equal(OtherKey().IdempotencyKey, heard.DuplicateOf?.Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task An_approval_that_becomes_declined_is_published_and_its_order_stays_taken(int? revision)
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Declined, state => state with { Revision = revision, CapturedAmount = null });

        var report = await _payments.RecoverAfterAsync(CheckedPayments.Hour);
        var repeat = await _payments.SellAsync();
        var other = await _payments.Default.SaleAsync(OtherKey(), Token);

        Assert.Equal((1, 1, 1), (report.Checked, report.Changed, report.Published));
        var heard = Assert.Single(_payments.Heard.All);
        Assert.Equal((PaymentOutcome.Approved, PaymentOutcome.Declined), (heard.Before, heard.Result.Outcome));
        Assert.Equal((PaymentOutcome.Declined, PaymentReason.ChangedByProvider), (repeat.Outcome, repeat.Reason));
        Assert.Equal((PaymentOutcome.Declined, PaymentReason.AlreadyPaid), (other.Outcome, other.Reason));
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Fact]
    public async Task An_approval_that_became_declined_and_approved_again_is_published_each_time()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Declined, state => state with { CapturedAmount = null });
        await _payments.RecoverAfterAsync(CheckedPayments.Hour);
        _payments.Show(PaymentOutcome.Approved);

        await _payments.RecoverAfterAsync(TimeSpan.FromHours(5));

        Assert.Equal(
            [PaymentOutcome.Declined, PaymentOutcome.Approved],
            _payments.Heard.All.Select(heard => heard.Result.Outcome)
        );
        Assert.True((await _payments.SellAsync()).IsApproved);
    }

    [Fact]
    public async Task A_person_frees_the_order_of_an_approval_that_became_declined()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Declined, state => state with { CapturedAmount = null });
        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        await _payments.Recovery.ResolveAsync(
            PaymentRequests.Sale().IdempotencyKey,
            PaymentOutcome.Declined,
            _payments.Entry.Outcome!.Transaction,
            "Ada",
            "The provider's support confirms it.",
            cancellationToken: Token
        );
        var other = await _payments.Default.SaleAsync(OtherKey(), Token);

        Assert.True(other.IsApproved);
        Assert.Equal(2, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_full_refund_in_the_dashboard_is_reported()
    {
        await _payments.SellAsync();
        _payments.Show(
            PaymentOutcome.Reversed,
            state => state with { RefundedAmount = state.ProcessedAmount, Reason = PaymentReason.AlreadyReversed }
        );

        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        var heard = Assert.Single(_payments.Heard.All);
        Assert.Equal(PaymentOutcome.Reversed, heard.Result.Outcome);
        Assert.Equal([JournalChange.Outcome, JournalChange.Refunded], heard.Changes);
        Assert.Equal(PaymentOutcome.Reversed, (await _payments.SellAsync()).Outcome);
    }

    [Fact]
    public async Task A_void_in_the_dashboard_is_reported()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Reversed, state => state with { VoidedAmount = state.ProcessedAmount });

        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        Assert.Equal(PaymentOutcome.Reversed, Assert.Single(_payments.Heard.All).Result.Outcome);
    }

    [Fact]
    public async Task A_partial_refund_in_the_dashboard_is_reported_with_its_amount()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Approved, state => state with { RefundedAmount = Money.Usd(2m) });

        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        var heard = Assert.Single(_payments.Heard.All);
        Assert.Equal([JournalChange.Refunded], heard.Changes);
        Assert.Equal((true, Money.Usd(2m)), (heard.Result.IsApproved, heard.Result.RefundedAmount));
    }

    [Fact]
    public async Task A_dispute_is_reported()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Approved, state => state with { DisputeStatus = DisputeStatus.ResponseNeeded });

        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        var heard = Assert.Single(_payments.Heard.All);
        Assert.Equal(([JournalChange.Dispute], DisputeStatus.ResponseNeeded), (heard.Changes, heard.DisputeStatus));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task An_unchanged_payment_is_not_published_and_is_due_again_later(int? revision)
    {
        await _payments.SellAsync();
        var closedAt = _payments.Entry.RecordedAt!.Value;
        _payments.Show(
            PaymentOutcome.Approved,
            state => state with { Revision = revision, SettledAt = _payments.Clock.GetUtcNow() }
        );

        var first = _payments.Entry.NextCheckAt;
        var report = await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        Assert.Equal(closedAt + CheckedPayments.Hour, first);
        Assert.Equal((1, 0, 0), (report.Checked, report.Changed, report.Deferred));
        Assert.Equal(closedAt.AddHours(6), _payments.Entry.NextCheckAt);
        Assert.Empty(_payments.Heard.All);
        Assert.False(_payments.Entry.IsUnpublished);
    }

    [Theory]
    [InlineData(PaymentOutcome.Unknown)]
    [InlineData(PaymentOutcome.Pending)]
    public async Task A_look_up_that_shows_an_unresolved_state_changes_nothing(PaymentOutcome shown)
    {
        await _payments.SellAsync();
        _payments.Show(shown);

        var report = await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        Assert.Equal((1, 0, 0), (report.Checked, report.Changed, report.Deferred));
        Assert.True((await _payments.SellAsync()).IsApproved);
    }

    [Fact]
    public async Task A_transaction_that_is_not_shown_any_more_changes_nothing()
    {
        await _payments.SellAsync();
        _payments.Backend.OnFind = (_, _) => FindResult.ProvenAbsent("It is gone.");

        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        Assert.True((await _payments.SellAsync()).IsApproved);
        Assert.Empty(_payments.Heard.All);
    }

    [Fact]
    public async Task The_checks_end_with_the_time_in_which_the_provider_may_change_its_mind()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Approved);

        var checks = new List<int>();
        for (var hour = 1; hour <= 24 * 10; hour++)
        {
            if ((await _payments.RecoverAfterAsync(CheckedPayments.Hour)).Checked > 0)
            {
                checks.Add(hour);
            }
        }

        Assert.Equal([1, 6, 24, 48, 96, 168], checks);
        Assert.Null(_payments.Entry.NextCheckAt);
    }

    [Fact]
    public async Task After_a_change_the_provider_may_change_its_answer_again()
    {
        await _payments.DeclineAsync();
        _payments.Show(PaymentOutcome.Approved);

        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        Assert.Equal(_payments.Clock.GetUtcNow() + CheckedPayments.Hour, _payments.Entry.NextCheckAt);
    }

    [Fact]
    public async Task A_provider_that_does_not_change_its_mind_is_not_asked_again()
    {
        _payments.Backend.MayChangeFor = TimeSpan.Zero;
        await _payments.SellAsync();

        var report = await _payments.RecoverAfterAsync(TimeSpan.FromDays(1));

        Assert.Null(_payments.Entry.NextCheckAt);
        Assert.Equal(0, report.Checked);
        Assert.Empty(_payments.Backend.Found);
    }

    [Fact]
    public async Task A_time_without_end_is_a_year()
    {
        _payments.Backend.MayChangeFor = TimeSpan.MaxValue;

        await _payments.SellAsync();

        Assert.Equal(_payments.Entry.RecordedAt + CheckedPayments.Hour, _payments.Entry.NextCheckAt);
    }

    [Fact]
    public async Task The_next_check_costs_a_sale_no_further_write()
    {
        var steps = new List<string>();
        _payments.Journal.Before = step =>
        {
            steps.Add(step);
            return Task.CompletedTask;
        };

        await _payments.SellAsync();

        Assert.Equal([nameof(IPaymentJournal.BeginAsync), nameof(IPaymentJournal.CompleteAsync)], steps);
        Assert.NotNull(_payments.Entry.NextCheckAt);
    }

    [Fact]
    public async Task Payments_that_recovery_or_a_person_resolved_are_checked_too()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.SellAsync();
        await _payments.SellAsync("other");
        _payments.Backend.OnFind = (adapter, request) =>
            request.Attempt!.IdempotencyKey == PaymentRequests.Sale().IdempotencyKey
                ? FindResult.Found(adapter.Shown(request))
                : FindResult.NotSeen("Not there.");
        await _payments.RecoverAfterAsync(JournaledPayments.LongAfter);

        await _payments.Recovery.ResolveAsync(
            new IdempotencyKey("other"),
            PaymentOutcome.Approved,
            _payments.Backend.Newest("cards_eu").Reference("other"),
            "Ada",
            "It is on the statement.",
            cancellationToken: Token
        );

        Assert.Equal(2, _payments.Journal.Entries.Count);
        Assert.All(
            _payments.Journal.Entries,
            entry => Assert.Equal(_payments.Clock.GetUtcNow() + CheckedPayments.Hour, entry.NextCheckAt)
        );
    }

    [Fact]
    public async Task A_change_is_logged()
    {
        await _payments.DeclineAsync();
        _payments.Show(PaymentOutcome.Approved);

        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        Assert.Contains(
            _payments.Current.Logs.Of(LogLevel.Warning),
            text => text.Contains("changed at the provider after it was final (Outcome", StringComparison.Ordinal)
        );
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private static SaleRequest OtherKey() =>
        PaymentRequests.Sale() with
        {
            IdempotencyKey = new IdempotencyKey("the-same-order-again"),
        };
}

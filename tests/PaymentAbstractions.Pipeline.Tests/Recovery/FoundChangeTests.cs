using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>
/// The result of a look-up of a closed payment, by a caller or on demand, is compared with the entry, whatever its revision.
/// </summary>
public sealed class FoundChangeTests : IAsyncDisposable
{
    private readonly CheckedPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decline_that_a_caller_finds_approved_holds_its_order_and_is_published()
    {
        await _payments.DeclineAsync();
        _payments.Show(PaymentOutcome.Approved);

        var found = await FindAsync();
        await _payments.RecoverAfterAsync(TimeSpan.Zero);

        Assert.Equal(PaymentOutcome.Approved, found.State!.Outcome);
        Assert.True(_payments.Entry.IsApproved);
        Assert.Equal(PaymentOutcome.Declined, Assert.Single(_payments.Heard.All).Before);
    }

    [Fact]
    public async Task An_approval_that_a_caller_finds_declined_is_published_and_holds_its_order()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Declined, state => state with { CapturedAmount = null });

        var found = await FindAsync();
        await _payments.RecoverAfterAsync(TimeSpan.Zero);

        Assert.Equal(PaymentOutcome.Declined, found.State!.Outcome);
        Assert.True(_payments.Entry.IsApproved);
        Assert.Equal(PaymentOutcome.Declined, Assert.Single(_payments.Heard.All).Result.Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Under_an_unchanged_revision_other_content_is_seen(bool byCaller)
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Approved, state => state with { Revision = 4 });
        await LookAsync(byCaller);
        _payments.Clock.Advance(TimeSpan.FromSeconds(1));
        _payments.Show(PaymentOutcome.Approved, state => state with { Revision = 4, RefundedAmount = Money.Usd(3m) });

        await LookAsync(byCaller);

        Assert.Equal(Money.Usd(3m), (await _payments.SellAsync()).RefundedAmount);
    }

    [Fact]
    public async Task Under_an_unchanged_revision_a_decline_that_is_shown_as_approved_is_seen()
    {
        await _payments.DeclineAsync();
        _payments.Show(PaymentOutcome.Declined, state => state with { Revision = 4, CapturedAmount = null });
        await LookAsync(byCaller: false);
        _payments.Clock.Advance(TimeSpan.FromSeconds(1));
        _payments.Show(PaymentOutcome.Approved, state => state with { Revision = 4 });

        await LookAsync(byCaller: false);

        Assert.True((await _payments.SellAsync()).IsApproved);
    }

    [Fact]
    public async Task An_older_revision_undoes_nothing()
    {
        await _payments.SellAsync();
        _payments.Show(PaymentOutcome.Reversed, state => state with { Revision = 5 });
        await LookAsync(byCaller: true);
        _payments.Clock.Advance(TimeSpan.FromSeconds(1));
        _payments.Show(PaymentOutcome.Declined, state => state with { Revision = 4, CapturedAmount = null });

        await LookAsync(byCaller: true);

        Assert.Equal(PaymentOutcome.Reversed, (await _payments.SellAsync()).Outcome);
    }

    [Fact]
    public async Task Another_part_that_is_approved_is_taken_over()
    {
        _payments.Backend.OnExecute = (adapter, call) =>
            RepeatTests.Send(
                call,
                adapter.Approve(call.Request) with
                {
                    Outcome = PaymentOutcome.PartiallyApproved,
                    ApprovedAmount = Money.Usd(6m),
                    ProcessedAmount = Money.Usd(6m),
                }
            );
        await _payments.SellAsync();
        var part = Money.Usd(8m);
        _payments.Show(
            PaymentOutcome.PartiallyApproved,
            state => state with { CapturedAmount = part, ProcessedAmount = part }
        );

        await _payments.RecoverAfterAsync(CheckedPayments.Hour);

        var heard = Assert.Single(_payments.Heard.All);
        Assert.Equal(([JournalChange.Amount], part), (heard.Changes, heard.Result.ApprovedAmount));
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private Task<FindResult> FindAsync() =>
        _payments.Default.FindAsync(FindRequest.For(_payments.Entry.Outcome!.Transaction!), Token);

    private async Task LookAsync(bool byCaller)
    {
        if (byCaller)
        {
            await FindAsync();
        }
        else
        {
            await _payments.Recovery.RecoverAsync(PaymentRequests.Sale().IdempotencyKey, cancellationToken: Token);
        }
    }
}

using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;
using PaymentAbstractions.Tests;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class PersonTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_closes_what_no_provider_can_prove()
    {
        await SellUnknownAsync();
        var reference = _payments.Backend.Newest("cards_eu").Reference("from-the-statement");

        var write = await _payments.Recovery.ResolveAsync(
            PaymentRequests.Sale().IdempotencyKey,
            PaymentOutcome.Approved,
            reference,
            "Ada",
            "It is on the bank statement.",
            cancellationToken: Token
        );
        var again = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(JournalWriteStatus.Recorded, write.Status);
        Assert.Equal((reference, PaymentReason.ResolvedByPerson), (again.Transaction, again.Reason));
        var revision = Assert.Single(_payments.Entry.Revisions);
        Assert.Equal(("Ada", "It is on the bank statement."), (revision.Who, revision.Why));
    }

    [Theory]
    [MemberData(nameof(WrittenNumbers.Numbers), MemberType = typeof(WrittenNumbers))]
    public async Task A_card_number_in_a_name_or_reason_is_never_stored(string number)
    {
        await SellUnknownAsync();

        await _payments.Recovery.ResolveAsync(
            PaymentRequests.Sale().IdempotencyKey,
            PaymentOutcome.Approved,
            _payments.Backend.Newest("cards_eu").Reference("from-the-statement"),
            $"Ada {number}",
            $"The shopper called about {number}",
            cancellationToken: Token
        );

        var revision = Assert.Single(_payments.Entry.Revisions);
        Assert.DoesNotContain(number, $"{revision.Who}{revision.Why}", StringComparison.Ordinal);
        Assert.StartsWith("Ada *", revision.Who, StringComparison.Ordinal);
        Assert.StartsWith("The shopper called about *", revision.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaymentOutcome.NotSent)]
    [InlineData(PaymentOutcome.Rejected)]
    [InlineData(PaymentOutcome.Declined)]
    public async Task A_person_can_declare_that_a_payment_is_unsent_only_when_it_can_no_longer_be_sent(
        PaymentOutcome outcome
    )
    {
        await BeginAsync();
        _payments.Restart();

        var early = await ResolveAsync(outcome);
        _payments.Clock.Advance(TimeSpan.FromMinutes(1));
        var underWay = await ResolveAsync(outcome);
        _payments.Clock.Advance(JournaledPayments.LongAfter);
        var late = await ResolveAsync(outcome);

        Assert.Equal((JournalWriteStatus.TooEarly, JournalWriteStatus.TooEarly), (early.Status, underWay.Status));
        Assert.Equal(JournalWriteStatus.Recorded, late.Status);
    }

    [Fact]
    public async Task A_lost_answer_is_not_declared_declined_while_the_provider_may_work_on_it()
    {
        await SellUnknownAsync();
        _payments.Clock.Advance(TimeSpan.FromMinutes(2));

        var early = await ResolveAsync(PaymentOutcome.Declined);
        _payments.Clock.Advance(JournaledPayments.LongAfter);
        var late = await ResolveAsync(PaymentOutcome.Declined);

        Assert.Equal((JournalWriteStatus.TooEarly, JournalWriteStatus.Recorded), (early.Status, late.Status));
    }

    [Fact]
    public async Task A_running_payment_is_not_declared_declined_however_late_it_is()
    {
        await BeginAsync();
        _payments.Clock.Advance(JournaledPayments.LongAfter);

        var write = await ResolveAsync(PaymentOutcome.Declined);

        Assert.Equal(JournalWriteStatus.TooEarly, write.Status);
        Assert.Equal(JournalEntryState.Open, _payments.Entry.State);
    }

    [Theory]
    [InlineData(PaymentOutcome.Unknown)]
    [InlineData(PaymentOutcome.Pending)]
    [InlineData(PaymentOutcome.PartiallyApproved)]
    [InlineData(PaymentOutcome.Approved)]
    public async Task A_person_must_say_something_final_and_complete(PaymentOutcome outcome)
    {
        await SellUnknownAsync();

        await Assert.ThrowsAsync<PaymentRequestException>(() => ResolveAsync(outcome));
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private Task<JournalWrite> ResolveAsync(PaymentOutcome outcome) =>
        _payments.Recovery.ResolveAsync(
            PaymentRequests.Sale().IdempotencyKey,
            outcome,
            null,
            "Ada",
            "Because.",
            cancellationToken: Token
        );

    private async Task SellUnknownAsync()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
    }

    /// <summary>Begins a sale that has not been sent and waits forever.</summary>
    private async Task BeginAsync()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _payments.Backend.OnExecute = async (adapter, call) =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
            return adapter.Approve(call.Request);
        };
        _ = _payments.Default.SaleAsync(PaymentRequests.Sale(), CancellationToken.None);
        await reached.Task;
    }
}

namespace PaymentAbstractions.Rebilly.Tests;

public class RefundRepeatTests
{
    private const string Route = "POST transactions/txn_1/refund";

    [Fact]
    public async Task A_repeat_of_the_key_that_the_journal_does_not_have_finds_the_first_by_its_mark()
    {
        await using var fixture = new RebillyFixture();
        var first = Txn.Reversal("refund", amount: 5m)
            .With("description", $"Sorry ref:{RebillyFixture.WireKey("key-1")}");
        fixture.Stub.WithOriginal(Txn.Sale().Settled(), first);
        var token = TestContext.Current.CancellationToken;

        await using var other = new RebillyFixture();
        other.Stub.WithOriginal(Txn.Sale().Settled(), first.Copy());

        var same = await fixture.Gateway.RefundAsync(Some.Refund(5), token);
        var changed = await other.Gateway.RefundAsync(Some.Refund(6), token);

        Assert.Equal((PaymentOutcome.Approved, RebillyFixture.Ref("txn_r")), (same.Outcome, same.Transaction));
        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.Amount), (changed.Outcome, changed.Anomaly!.Kind));
        Assert.Empty(fixture.Stub.Writes.Concat(other.Stub.Writes));
    }

    [Fact]
    public async Task A_repeat_of_the_key_is_not_sent_again_where_descriptions_are_dropped()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.WithOriginal(Txn.Sale().Settled())
            .On(Route, StubAnswer.Created(Txn.Reversal("refund", amount: 5m)));
        var token = TestContext.Current.CancellationToken;
        await fixture.Gateway.RefundAsync(Some.Refund(5), token);
        fixture.Stub.WithOriginal(Txn.Sale().Settled(), Txn.Reversal("refund", amount: 5m));

        var again = await fixture.Gateway.RefundAsync(Some.Refund(5), token);

        Assert.Equal((PaymentOutcome.Approved, RebillyFixture.Ref("txn_r")), (again.Outcome, again.Transaction));
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_refund_in_doubt_is_never_sent_again()
    {
        await using var fixture = await InDoubtAsync(5);

        var again = await fixture.Gateway.RefundAsync(Some.Refund(5), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Unknown, again.Outcome);
        Assert.Single(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task A_repeat_that_fails_never_denies_the_first(int status)
    {
        await using var fixture = await InDoubtAsync(5);
        fixture.Stub.On("GET transactions/txn_1", StubAnswer.Problem(status));

        var again = await fixture.Gateway.RefundAsync(Some.Refund(5), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Unknown, again.Outcome);
    }

    [Fact]
    public async Task A_repeat_beside_reversals_that_cannot_be_read_never_denies_the_first()
    {
        await using var fixture = await InDoubtAsync(5);
        fixture
            .Stub.WithOriginal(Txn.Sale().Settled(), Txn.Reversal("refund", amount: 5m))
            .On("GET transactions/txn_r", StubAnswer.Problem(503));

        var again = await fixture.Gateway.RefundAsync(Some.Refund(5), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Unknown, again.Outcome);
    }

    [Fact]
    public async Task A_refund_in_doubt_counts_against_what_is_left()
    {
        await using var fixture = await InDoubtAsync(5);
        fixture.Stub.On(Route, StubAnswer.Created(Txn.Reversal("refund", amount: 7.50m)));
        var token = TestContext.Current.CancellationToken;

        var much = await fixture.Gateway.RefundAsync(Some.Refund(7.51m, "key-2"), token);
        var voided = await fixture.Gateway.VoidAsync(Some.Void("key-3") with { IfSettled = IfSettled.Refund }, token);
        var rest = await fixture.Gateway.RefundAsync(Some.Refund(7.50m, "key-4"), token);

        Assert.Equal(PaymentReason.ExceedsAvailableAmount, much.Reason);
        Assert.Equal(PaymentReason.AlreadyInProgress, voided.Reason);
        Assert.Equal(PaymentOutcome.Approved, rest.Outcome);
    }

    [Theory]
    [InlineData(true, PaymentOutcome.Approved)]
    // A child without our reference may come from another system.
    [InlineData(false, PaymentOutcome.Rejected)]
    public async Task A_refund_in_doubt_that_shows_up_counts_once_where_it_is_proven_to_be_that(
        bool echoed,
        PaymentOutcome expected
    )
    {
        await using var fixture = await InDoubtAsync(5);
        var shown = Txn.Reversal("refund", "txn_s", amount: 5m);
        fixture
            .Stub.WithOriginal(
                Txn.Sale().Settled(),
                echoed ? shown.With("description", $"ref:{RebillyFixture.WireKey("key-1")}") : shown
            )
            .On(Route, StubAnswer.Created(Txn.Reversal("refund", amount: 7.50m)));
        var token = TestContext.Current.CancellationToken;

        var rest = await fixture.Gateway.RefundAsync(Some.Refund(7.50m, "key-2"), token);
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        await fixture.ResolveAsync("key-1", PaymentOutcome.Approved, "txn_s");
        var resolved = await fixture.Gateway.RefundAsync(Some.Refund(7.50m, "key-2"), token);

        Assert.Equal((expected, PaymentOutcome.Approved), (rest.Outcome, resolved.Outcome));
    }

    [Theory]
    [InlineData(422)]
    [InlineData(404)]
    public async Task A_refused_refund_may_be_sent_again(int status)
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.WithOriginal(Txn.Sale().Settled())
            .On(Route, StubAnswer.Problem(status), StubAnswer.Refused(), StubAnswer.Created(Txn.Reversal("refund")));
        var token = TestContext.Current.CancellationToken;

        PaymentOutcome[] outcomes =
        [
            (await fixture.Gateway.RefundAsync(Some.Refund(), token)).Outcome,
            (await fixture.Gateway.RefundAsync(Some.Refund(), token)).Outcome,
            (await fixture.Gateway.RefundAsync(Some.Refund(), token)).Outcome,
        ];

        Assert.Equal([PaymentOutcome.Rejected, PaymentOutcome.NotSent, PaymentOutcome.Approved], outcomes);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task An_undocumented_answer_leaves_a_refund_unknown(int status)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().Settled()).On(Route, StubAnswer.Problem(status));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task Refunds_at_once_wait_for_each_other()
    {
        await using var fixture = new RebillyFixture();
        var signal = new TaskCompletionSource();
        var first = Txn.Reversal("refund", "txn_f", amount: 10m);
        var after = Txn.Sale().Settled().With("status", "partially-refunded");
        var settled = StubAnswer.Ok(Txn.Sale().Settled());
        fixture
            .Stub.WithOriginal(after, first)
            .On("GET transactions/txn_1", settled, StubAnswer.Ok(after))
            .On(Route, StubAnswer.Held(signal.Task, StubAnswer.Created(first)));
        var token = TestContext.Current.CancellationToken;

        var one = fixture.Gateway.RefundAsync(Some.Refund(10, "key-1"), token);
        var two = fixture.Gateway.RefundAsync(Some.Refund(10, "key-2"), token);
        signal.SetResult();
        var results = await Task.WhenAll(one, two);

        Assert.Equal([PaymentOutcome.Approved, PaymentOutcome.Rejected], results.Select(result => result.Outcome));
        Assert.Single(fixture.Stub.Writes);
    }

    private static async Task<RebillyFixture> InDoubtAsync(decimal amount)
    {
        var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().Settled()).On(Route, StubAnswer.Reset());
        var result = await fixture.Gateway.RefundAsync(Some.Refund(amount), TestContext.Current.CancellationToken);
        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        return fixture;
    }
}

namespace PaymentAbstractions.Rebilly.Tests;

public class FindReversalTests
{
    private static readonly string Mark = $"ref:{RebillyFixture.WireKey("key-1")}";

    [Fact]
    public async Task The_mark_in_the_description_finds_it()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(
            Txn.Sale().Settled(),
            Txn.Reversal("refund", "txn_x", amount: 5m).With("description", $"ref:{RebillyFixture.WireKey("key-2")}"),
            Txn.Reversal("refund", amount: 5m).With("description", $"Sorry {Mark}")
        );

        var found = await FindAsync(fixture, Some.Refund(5));

        Assert.Equal((FindStatus.Found, RebillyFixture.Ref("txn_r")), (found.Status, found.State?.Transaction));
        Assert.Equal(Some.Usd(5), found.State?.RefundedAmount);
    }

    [Fact]
    public async Task A_mark_on_another_amount_is_found_as_a_contradiction()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().Settled(), Txn.Reversal("refund", amount: 6m).With("description", Mark));

        var found = await FindAsync(fixture, Some.Refund(5));

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.Amount), (found.State!.Outcome, found.State.Anomaly!.Kind));
    }

    [Fact]
    public async Task A_reversal_in_doubt_is_settled_by_a_query()
    {
        await using var fixture = new RebillyFixture();
        var broken = Txn.Reversal("refund")
            .With("status", "timeout")
            .With("result", "unknown")
            .With("description", Mark);
        fixture
            .Stub.WithOriginal(Txn.Sale().Settled(), broken)
            .On(
                "POST transactions/txn_r/query",
                StubAnswer.Created(OpenAuthorizationTests.Query("txn_r", "completed", "approved"))
            );

        var found = await FindAsync(fixture, Some.Refund());

        Assert.Equal((PaymentOutcome.Approved, Some.Amount), (found.State?.Outcome, found.State?.RefundedAmount));
    }

    [Fact]
    public async Task Where_descriptions_are_dropped_a_reversal_that_fits_is_ambiguous()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().Settled(), Txn.Reversal("refund", amount: 5m));

        var found = await FindAsync(fixture, Some.Refund(5));

        Assert.Equal(FindStatus.Ambiguous, found.Status);
        Assert.Equal([RebillyFixture.Ref("txn_r")], found.Candidates);
    }

    [Fact]
    public async Task A_part_that_is_found_voided_is_unknown()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale(), Txn.Reversal("void", amount: 5m).With("description", Mark));

        var found = await FindAsync(fixture, Some.Refund(5));

        Assert.Equal(
            (PaymentOutcome.Unknown, AnomalyKind.TransactionType),
            (found.State?.Outcome, found.State?.Anomaly?.Kind)
        );
    }

    [Fact]
    public async Task Two_marks_are_ambiguous()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(
            Txn.Sale().Settled(),
            Txn.Reversal("refund", "txn_r1", amount: 5m).With("description", Mark),
            Txn.Reversal("refund", "txn_r2", amount: 5m).With("description", Mark)
        );

        var found = await FindAsync(fixture, Some.Refund(5));

        Assert.Equal((FindStatus.Ambiguous, 2), (found.Status, found.Candidates.Count));
    }

    [Fact]
    public async Task Reversals_that_do_not_fit_are_not_ours()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(
            Txn.Sale().Settled(),
            Txn.Reversal("refund", "txn_r1", amount: 4m),
            Txn.Reversal("refund", "txn_r2", amount: 5m).With("createdTime", "2026-03-01T11:00:00Z"),
            Txn.Reversal("refund", "txn_r3", amount: 1m).With("description", "by hand")
        );

        var found = await FindAsync(fixture, Some.Refund(5));

        Assert.Equal(FindStatus.NotSeen, found.Status);
    }

    [Fact]
    public async Task Without_a_readable_original_nothing_is_found()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET transactions/txn_1", StubAnswer.Problem(404), StubAnswer.Ok(Txn.Sale(id: "txn_2")));

        var missing = await FindAsync(fixture, Some.Refund(5));
        var another = await FindAsync(fixture, Some.Refund(5));
        var none = await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Refund(5), ConformanceHarness.Start) with { Original = null }),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(FindStatus.NotSeen, missing.Status);
        Assert.All([another, none], found => Assert.Equal(FindStatus.LookupFailed, found.Status));
    }

    [Fact]
    public async Task An_earlier_transaction_belongs_to_the_attempt_only_when_it_answered_it()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(
            Txn.Sale().Settled(),
            Txn.Reversal("refund", "txn_r1", amount: 5m).With("description", Mark),
            Txn.Reversal("refund", "txn_r2", amount: 5m)
        );
        var hints = new RecoveryHints
        {
            TakenAt = ConformanceHarness.Start,
            KnownTransactionIds = ["txn_r1", "txn_r2"],
        };

        var before = await FindAsync(fixture, Some.Refund(5), hints);
        fixture.Stub.WithOriginal(
            Txn.Sale().Settled(),
            Txn.Reversal("refund", "txn_r1", amount: 5m).With("description", Mark),
            Txn.Reversal("refund", "txn_r2", amount: 5m),
            Txn.Reversal("refund", "txn_r3", amount: 5m).With("description", Mark)
        );
        var after = await FindAsync(fixture, Some.Refund(5), hints);

        Assert.Equal(RebillyFixture.Ref("txn_r1"), before.State?.Transaction);
        Assert.Equal(RebillyFixture.Ref("txn_r3"), after.State?.Transaction);
    }

    [Fact]
    public async Task A_candidate_that_was_there_before_is_none()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().Settled(), Txn.Reversal("refund", "txn_r2", amount: 5m));

        var without = await FindAsync(fixture, Some.Refund(5));
        var with = await FindAsync(fixture, Some.Refund(5), await HintsAsync(fixture, Some.Refund(5)));

        Assert.Equal((FindStatus.Ambiguous, FindStatus.NotSeen), (without.Status, with.Status));
    }

    [Fact]
    public async Task A_repeat_that_was_answered_by_what_was_never_sent_is_proven_absent()
    {
        await using var fixture = new RebillyFixture();
        ShowNeverSent(fixture);
        var hints = await HintsAsync(fixture, Some.Refund(5));

        var repeat = await fixture.Gateway.RefundAsync(Some.Refund(5), TestContext.Current.CancellationToken);
        var found = await FindAsync(fixture, Some.Refund(5), hints);

        Assert.Equal(PaymentOutcome.Unknown, repeat.Outcome);
        Assert.Empty(fixture.Stub.Writes);
        Assert.Equal(FindStatus.ProvenAbsent, found.Status);
    }

    [Theory]
    [InlineData(true, FindStatus.ProvenAbsent)]
    [InlineData(false, FindStatus.Found)]
    public async Task A_reversal_that_was_never_sent_is_no_proof_without_a_baseline(
        bool hasBaseline,
        FindStatus expected
    )
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().Settled());
        var hints = hasBaseline ? await HintsAsync(fixture, Some.Refund(5)) : null;
        ShowNeverSent(fixture);

        var found = await FindAsync(fixture, Some.Refund(5), hints);

        Assert.Equal(expected, found.Status);
    }

    /// <summary>Shows a refund of 5 with our mark that never left Rebilly, as the gateway confirms.</summary>
    private static void ShowNeverSent(RebillyFixture fixture) =>
        fixture
            .Stub.WithOriginal(
                Txn.Sale().Settled(),
                Txn.Reversal("refund", amount: 5m)
                    .With("status", "never-sent")
                    .With("result", "unknown")
                    .With("description", Mark)
            )
            .On(
                "POST transactions/txn_r/query",
                StubAnswer.Created(OpenAuthorizationTests.Query("txn_r", "never-sent", "unknown"))
            );

    // The note becomes part of the journal entry and stays there while the refund is unresolved.
    private static async Task<RecoveryHints?> HintsAsync(RebillyFixture fixture, RefundRequest request)
    {
        fixture.Stub.On("POST transactions/txn_1/refund", StubAnswer.Reset());
        await fixture.Gateway.RefundAsync(request, TestContext.Current.CancellationToken);
        return (await fixture.EntryAsync(request.IdempotencyKey.Value)).Intent.Hints;
    }

    private static Task<FindResult> FindAsync(
        RebillyFixture fixture,
        RefundRequest request,
        RecoveryHints? hints = null
    ) =>
        fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(request, ConformanceHarness.Start) with { Hints = hints }),
            TestContext.Current.CancellationToken
        );
}

using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Captures, voids and refunds of one original, in one process and in two that share a journal.</summary>
public class OriginalGuardTests
{
    private const string Route = "POST transactions/txn_1/refund";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refunds_at_once_of_a_sale_that_the_journal_has_not_seen_never_pay_more_than_it(
        bool isOtherProcess
    )
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.WithOriginal(Txn.Sale().Settled()).On(Route, StubAnswer.Created(Txn.Reversal("refund", amount: 10m)));

        // The provider's total lags: it never includes the refund.
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    (i % 2 == 0 ? two.First : two.Second).Gateway.RefundAsync(Some.Refund(10, $"key-{i}"), Token)
                )
        );

        Assert.Single(two.Stub.Writes);
        Assert.Single(results, result => result.IsApproved);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refund_waits_for_another_and_finds_what_it_did(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        var signal = new TaskCompletionSource();
        var refund = Txn.Reversal("refund", amount: 5m);
        two.Stub.WithOriginal(Txn.Sale().Settled()).On(Route, StubAnswer.Held(signal.Task, StubAnswer.Created(refund)));

        var refunding = two.First.Gateway.RefundAsync(Some.Refund(5), Token);
        await two.SentAsync(1);
        var more = two.Second.Gateway.RefundAsync(Some.Refund(8, "key-2"), Token);
        await Task.Delay(100, Token);
        Assert.False(more.IsCompleted);
        two.Stub.WithOriginal(Txn.Sale().Settled().With("status", "partially-refunded"), refund);
        signal.SetResult();

        Assert.True((await refunding).IsApproved);
        Assert.Equal(PaymentReason.ExceedsAvailableAmount, (await more).Reason);
        Assert.Single(two.Stub.Writes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refund_made_in_the_dashboard_counts_beside_ours_in_doubt(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.WithOriginal(Txn.Sale().Settled()).On(Route, StubAnswer.Reset());
        await two.First.Gateway.RefundAsync(Some.Refund(3), Token);
        two.Stub.WithOriginal(Txn.Sale().Settled(), ByHand("txn_d", 4m))
            .On(Route, StubAnswer.Created(Txn.Reversal("refund", amount: 5.50m)));

        // Of 12.50, 4 were given back and 3 may have been.
        var much = await two.Second.Gateway.RefundAsync(Some.Refund(5.51m, "key-2"), Token);
        var rest = await two.Second.Gateway.RefundAsync(Some.Refund(5.50m, "key-3"), Token);

        Assert.Equal(PaymentReason.ExceedsAvailableAmount, much.Reason);
        Assert.True(rest.IsApproved, rest.Message);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_refund_that_was_voided_in_the_dashboard_counts_nothing(bool isOtherProcess, bool isSaleKnown)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.WithOriginal(Txn.Sale().Settled())
            .On("POST transactions", StubAnswer.Created(Txn.Sale()))
            .On(
                Route,
                StubAnswer.Created(Txn.Reversal("refund", amount: 12.50m)),
                StubAnswer.Created(Txn.Reversal("refund", "txn_n"))
            );
        if (isSaleKnown)
        {
            await two.First.Gateway.SaleAsync(Some.Sale(), Token);
        }

        var first = await two.First.Gateway.RefundAsync(Some.Refund(12.50m, "key-2"), Token);
        two.Stub.WithOriginal(Txn.Sale().Settled(), Txn.Reversal("refund"));
        var much = await two.Second.Gateway.RefundAsync(Some.Refund(0.01m, "key-3"), Token);
        two.Stub.WithOriginal(Txn.Sale().Settled(), Txn.Reversal("refund").With("status", "voided"));
        var again = await two.Second.Gateway.RefundAsync(Some.Refund(12.50m, "key-4"), Token);

        Assert.Equal(PaymentReason.AlreadyReversed, much.Reason);
        Assert.Equal((true, true), (first.IsApproved, again.IsApproved));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refund_in_doubt_that_has_landed_counts_once(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.WithOriginal(Txn.Sale().Settled()).On(Route, StubAnswer.Reset());
        await two.First.Gateway.RefundAsync(Some.Refund(5), Token);
        var landed = Txn.Reversal("refund", "txn_s", amount: 5m)
            .With("description", $"ref:{RebillyFixture.WireKey("key-1")}");
        two.Stub.WithOriginal(Txn.Sale().Settled(), landed)
            .On(Route, StubAnswer.Created(Txn.Reversal("refund", amount: 7.50m)));

        var rest = await two.Second.Gateway.RefundAsync(Some.Refund(7.50m, "key-2"), Token);

        Assert.True(rest.IsApproved, rest.Message);
        Assert.Equal(["txn_s"], KnownOf(await two.First.EntryAsync("key-1"), landed));
    }

    [Fact]
    public async Task A_refund_that_is_pending_and_shown_by_its_id_counts_once()
    {
        await using var fixture = new RebillyFixture();
        var pending = Txn.Reversal("refund", amount: 3m).With("result", "unknown").With("status", "pending");
        fixture.Stub.WithOriginal(Txn.Sale().Settled()).On(Route, StubAnswer.Created(pending));
        var first = await fixture.Gateway.RefundAsync(Some.Refund(3), Token);
        fixture
            .Stub.WithOriginal(Txn.Sale().Settled(), pending)
            .On(Route, StubAnswer.Created(Txn.Reversal("refund", "txn_n", amount: 9.50m)));

        var much = await fixture.Gateway.RefundAsync(Some.Refund(9.51m, "key-2"), Token);
        var rest = await fixture.Gateway.RefundAsync(Some.Refund(9.50m, "key-3"), Token);

        Assert.Equal((PaymentOutcome.Pending, PaymentOutcome.Rejected), (first.Outcome, much.Outcome));
        Assert.True(rest.IsApproved, rest.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Captures_at_once_of_an_authorization_that_the_journal_has_not_seen_send_one(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.WithAuthorization(Txn.Authorization()).On("POST transactions", StubAnswer.Created(Txn.Capture()));

        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(i =>
                    (i % 2 == 0 ? two.First : two.Second).Gateway.CaptureAsync(Some.Capture($"key-{i}"), Token)
                )
        );

        Assert.Single(two.Stub.Writes);
        Assert.InRange(results.Count(result => result.MoneyMayHaveMoved), 1, 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_capture_in_doubt_blocks_a_void_and_a_void_in_doubt_a_capture(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.WithAuthorization(Txn.Authorization())
            .On("POST transactions", StubAnswer.Reset())
            .On("GET transactions/txn_b", StubAnswer.Ok(Txn.Authorization("auth-2", "txn_b")))
            .On("POST transactions/txn_b/refund", StubAnswer.Reset());
        await two.First.Gateway.CaptureAsync(Some.Capture(), Token);
        await two.First.Gateway.VoidAsync(Some.Void("key-2", "txn_b"), Token);

        var voiding = await two.Second.Gateway.VoidAsync(Some.Void("key-3", "txn_a"), Token);
        var capture = await two.Second.Gateway.CaptureAsync(Some.Capture("key-4", "txn_b"), Token);

        Assert.All([voiding, capture], result => Assert.Equal(PaymentReason.AlreadyInProgress, result.Reason));
        Assert.Equal(2, two.Stub.Writes.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_key_that_a_person_declared_unsent_is_sent_again_at_once(bool isOtherProcess)
    {
        await using var two = new TwoProcesses(isOtherProcess);
        two.Stub.WithOriginal(Txn.Sale().Settled()).On(Route, StubAnswer.Reset());
        var lost = await two.First.Gateway.RefundAsync(Some.Refund(5), Token);
        two.Pass(TimeSpan.FromHours(1));
        await two.Second.ResolveAsync("key-1", PaymentOutcome.NotSent);
        var made = Txn.Reversal("refund", amount: 5m).With("createdTime", two.Second.Clock.GetUtcNow());
        two.Stub.On(Route, StubAnswer.Created(made));

        var again = await two.Second.Gateway.RefundAsync(Some.Refund(5), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentOutcome.Approved), (lost.Outcome, again.Outcome));
    }

    private static JsonObject ByHand(string id, decimal amount) =>
        Txn.Reversal("refund", id, amount: amount).With("description", "by hand");

    private static IEnumerable<string> KnownOf(Journal.JournalEntry entry, JsonObject landed) =>
        entry.Intent.Hints!.KnownTransactionIds.Count == 0 ? [(string)landed["id"]!] : [];
}

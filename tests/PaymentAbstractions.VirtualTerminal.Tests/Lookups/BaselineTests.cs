namespace PaymentAbstractions.VirtualTerminal.Tests;

public class BaselineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Earlier_transactions_are_noted_by_their_ids_only()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Lists(7001, Txn.List(Txn.Sale(key: "other", id: 501230), Txn.Sale(key: "more", id: 501231)).Ok());

        var hints = await HintsAsync(fixture, Some.Sale());

        Assert.Equal(["501230", "501231"], hints!.KnownTransactionIds);
        Assert.Equal(ConformanceHarness.Start, hints.TakenAt);
        Assert.DoesNotContain(VirtualTerminalFixture.ApiKey, $"{hints}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_candidate_that_was_there_before_is_none()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Lists(7001, Txn.List(Txn.Sale(id: 501230).With("Description", null)).Ok());
        var hints = await HintsAsync(fixture, Some.Sale());
        var attempt = PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start);

        var without = await fixture.Gateway.FindAsync(FindRequest.For(attempt), Token);
        var with = await fixture.Gateway.FindAsync(FindRequest.For(attempt with { Hints = hints }), Token);

        Assert.Equal(FindStatus.Ambiguous, without.Status);
        Assert.Equal(FindStatus.NotSeen, with.Status);
    }

    [Fact]
    public async Task A_candidate_of_another_payment_method_is_none()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Lists(7001, Txn.List(Txn.Sale().With("Description", null).With("PaymentMethodID", 9002)).Ok());
        var attempt = PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start);

        var found = await fixture.Gateway.FindAsync(FindRequest.For(attempt), Token);

        Assert.Equal(FindStatus.NotSeen, found.Status);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_or_is_too_long_gives_no_hints()
    {
        await using var fixture = new VirtualTerminalFixture();
        var many = Enumerable.Range(1, RecoveryHints.MaxTransactions + 1).Select(id => Txn.Sale(id: id)).ToArray();
        fixture.Stub.Lists(7001, StubAnswer.Reset(), Txn.List(many).Ok());

        Assert.Null(await HintsAsync(fixture, Some.Sale(key: "key-1")));
        Assert.Null(await HintsAsync(fixture, Some.Sale(key: "key-2")));
    }

    // The note becomes part of the journal entry and stays there while the charge is unresolved.
    private static async Task<RecoveryHints?> HintsAsync(VirtualTerminalFixture fixture, SaleRequest request)
    {
        fixture.Stub.On(VirtualTerminalStub.Add, StubAnswer.Reset());
        await fixture.Gateway.SaleAsync(request with { AdditionalPayment = true }, Token);
        return (await fixture.EntryAsync(request.IdempotencyKey.Value)).Intent.Hints;
    }
}

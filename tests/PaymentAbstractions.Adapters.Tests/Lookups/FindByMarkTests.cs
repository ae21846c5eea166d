using System.Xml.Linq;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Look-ups at a provider without keys: by the mark, by matching values, and by the original.</summary>
public sealed class FindByMarkTests
{
    private static readonly TransactionReference Original = AdapterFixture.Ref("501", "OldPay");

    [Fact]
    public async Task The_transaction_with_our_mark_is_found()
    {
        var found = await FindAsync(rows: [Old.Transaction(id: "9", key: "another"), Old.Transaction()]);

        Assert.Equal((FindStatus.Found, Original), (found.Status, found.State?.Transaction));
    }

    [Theory]
    [InlineData("S", "12.50", null, "2026-03-01T12:00:00Z", true)]
    [InlineData("S", "12.50", null, "2026-02-28T12:00:00Z", true)]
    [InlineData("S", "12.50", null, "2026-02-28T11:59:59Z", false)]
    [InlineData("S", "12.50", null, "1970-01-01T00:00:00Z", true)]
    [InlineData("S", "12.50", null, null, true)]
    [InlineData("S", null, null, "2026-03-01T12:00:00Z", true)]
    [InlineData("X", "12.50", null, "2026-03-01T12:00:00Z", true)]
    [InlineData("R", "12.50", null, "2026-03-01T12:00:00Z", false)]
    [InlineData("S", "12.51", null, "2026-03-01T12:00:00Z", false)]
    [InlineData("S", "12.50", "another", "2026-03-01T12:00:00Z", false)]
    public async Task A_transaction_that_is_not_excluded_is_a_candidate_and_never_adopted(
        string type,
        string? amount,
        string? key,
        string? made,
        bool mayBe
    )
    {
        var found = await FindAsync(rows: [Old.Transaction(type, amount: amount, key: key, made: made)]);

        Assert.Equal(mayBe ? FindStatus.Ambiguous : FindStatus.NotSeen, found.Status);
        Assert.Equal(mayBe ? [Original] : [], found.Candidates);
    }

    [Fact]
    public async Task A_candidate_without_an_id_leaves_a_look_up_ambiguous() =>
        Assert.Equal(FindStatus.Ambiguous, (await FindAsync(rows: [Old.Transaction(id: "", key: null)])).Status);

    [Fact]
    public async Task A_baseline_excludes_what_was_there_before()
    {
        var hints = new RecoveryHints { TakenAt = ConformanceHarness.Start, KnownTransactionIds = ["501"] };

        var found = await FindAsync(hints, Old.Transaction(key: null), Old.Transaction(id: "502", key: null));

        Assert.Equal([AdapterFixture.Ref("502", "OldPay")], found.Candidates);
    }

    [Theory]
    [InlineData("CAPTURED", "12.50", FindStatus.Found)]
    [InlineData("CAPTURED", "12.00", FindStatus.Ambiguous)]
    [InlineData("OPEN", "12.50", FindStatus.NotSeen)]
    public async Task A_capture_in_place_is_found_through_its_authorization(
        string state,
        string amount,
        FindStatus expected
    )
    {
        var found = await FindAsync(Some.Capture(of: Original), Old.Shows(Old.Transaction("A", state, amount: amount)));

        Assert.Equal(expected, found.Status);
        Assert.Equal(expected == FindStatus.Found ? PaymentOutcome.Approved : null, found.State?.Outcome);
    }

    [Theory]
    [InlineData("VOIDED", FindStatus.Found)]
    [InlineData("OPEN", FindStatus.NotSeen)]
    public async Task A_void_in_place_is_found_through_its_sale(string state, FindStatus expected)
    {
        var found = await FindAsync(Some.Void(of: Original), Old.Shows(Old.Transaction(state: state)));

        Assert.Equal(expected, found.Status);
    }

    [Theory]
    [InlineData("NOTFOUND", FindStatus.NotSeen)]
    [InlineData("LOGIN", FindStatus.LookupFailed)]
    public async Task An_original_that_is_not_shown_ends_the_look_up(string word, FindStatus expected) =>
        Assert.Equal(expected, (await FindAsync(Some.Void(of: Original), Old.Says(word))).Status);

    [Fact]
    public async Task A_refund_is_found_by_its_mark_in_the_list()
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture
            .Stub.On("show", Old.Shows(Old.Transaction(key: "sale")))
            .On("search", Old.Lists(Old.Transaction("R", id: "601", amount: "3.00", parent: "501")));

        var found = await FindAsync(fixture, Some.Refund(3m, of: Original));

        Assert.Equal((FindStatus.Found, Money.Usd(3m)), (found.Status, found.State?.RefundedAmount));
    }

    private static async Task<FindResult> FindAsync(RecoveryHints? hints = null, params XElement[] rows)
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture.Stub.On("search", Old.Lists(rows));
        return await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.CardSale(), ConformanceHarness.Start) with { Hints = hints }),
            TestContext.Current.CancellationToken
        );
    }

    private static async Task<FindResult> FindAsync(PaymentRequest request, StubAnswer original)
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture.Stub.On("show", original);
        return await FindAsync(fixture, request);
    }

    private static Task<FindResult> FindAsync(StubbedGateway<ChangedOldPayProvider> fixture, PaymentRequest request) =>
        fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(request, ConformanceHarness.Start)),
            TestContext.Current.CancellationToken
        );
}

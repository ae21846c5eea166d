using System.Text.Json.Nodes;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Captures, voids and refunds that no list shows are found among the children of their original.</summary>
public sealed class FindAmongChildrenTests
{
    [Fact]
    public async Task A_refund_is_found_by_its_key()
    {
        var found = await FindAsync(
            Some.Refund(3m),
            children: [Txn.Child("refund", "first", "pay_r1", amount: 300), Txn.Child("refund", amount: 300)]
        );

        Assert.Equal((FindStatus.Found, AdapterFixture.Ref("pay_c")), (found.Status, found.State?.Transaction));
        Assert.Equal(Money.Usd(3m), found.State?.RefundedAmount);
    }

    [Fact]
    public async Task A_refund_of_another_key_is_no_candidate()
    {
        var found = await FindAsync(Some.Refund(3m), children: [Txn.Child("refund", "first", amount: 300)]);

        Assert.Equal(FindStatus.NotSeen, found.Status);
    }

    [Fact]
    public async Task A_refund_that_shows_no_key_is_a_candidate()
    {
        var found = await FindAsync(Some.Refund(3m), children: [Txn.Child("refund", amount: 300).Without("key")]);

        Assert.Equal(FindStatus.Ambiguous, found.Status);
    }

    [Fact]
    public async Task An_earlier_transaction_is_no_candidate_unless_it_has_the_key()
    {
        var hints = new RecoveryHints { TakenAt = ConformanceHarness.Start, KnownTransactionIds = ["pay_c"] };

        var other = await FindAsync(Some.Refund(3m), hints, Txn.Child("refund", amount: 300).Without("key"));
        var ours = await FindAsync(Some.Refund(3m), hints, Txn.Child("refund", amount: 300));

        Assert.Equal(FindStatus.NotSeen, other.Status);
        Assert.Equal(FindStatus.Found, ours.Status);
    }

    [Fact]
    public async Task A_capture_is_found_by_its_mark()
    {
        await using var fixture = AdapterFixture.Listless(profile =>
            profile with
            {
                Mark = new DescriptionMark(20, 60),
                Capabilities = profile.Capabilities with { HonorsIdempotencyKey = [PaymentOperation.Sale] },
            }
        );
        var capture = Txn.Child("capture", parent: "pay_a").Without("key").With("description", Old.Mark("key-1"));
        fixture.Stub.WithOriginal(Txn.Authorization().With("status", "succeeded"), capture);

        var found = await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Capture(), ConformanceHarness.Start)),
            TestContext.Current.CancellationToken
        );

        Assert.Equal((FindStatus.Found, Some.Amount), (found.Status, found.State?.CapturedAmount));
    }

    [Fact]
    public async Task A_child_that_cannot_be_read_makes_the_look_up_fail()
    {
        var found = await FindAsync(
            Some.Refund(3m),
            children: [Txn.Child("refund", amount: 300).With("parent", "pay_9")]
        );

        Assert.Equal(FindStatus.LookupFailed, found.Status);
    }

    [Fact]
    public async Task An_attempt_without_an_original_cannot_be_looked_up()
    {
        await using var fixture = AdapterFixture.Listless();

        var found = await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Refund(), ConformanceHarness.Start) with { Original = null }),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(FindStatus.LookupFailed, found.Status);
    }

    private static async Task<FindResult> FindAsync(
        PaymentRequest request,
        RecoveryHints? hints = null,
        params JsonObject[] children
    )
    {
        await using var fixture = AdapterFixture.Listless();
        fixture.Stub.WithOriginal(Txn.Sale("sale"), children);
        return await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(request, ConformanceHarness.Start) with { Hints = hints }),
            TestContext.Current.CancellationToken
        );
    }
}

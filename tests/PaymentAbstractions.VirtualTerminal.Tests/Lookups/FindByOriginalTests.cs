using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

public class FindByOriginalTests
{
    [Fact]
    public async Task A_capture_is_found_when_both_figures_show_it()
    {
        var found = await FindAsync(Some.Capture(), Txn.Captured());

        Assert.True(found.IsFound);
        Assert.Equal((PaymentOperation.Capture, PaymentOutcome.Approved), (found.State.Type, found.State.Outcome));
        Assert.Equal(Money.Usd(49.90m), found.State.CapturedAmount);
    }

    [Theory]
    [InlineData("TransactionType", "\"auth\"")]
    [InlineData("Status", "\"Voided\"")]
    [InlineData("Status", "\"Failed\"")]
    public async Task A_capture_that_is_not_shown_is_not_seen(string field, string json)
    {
        var found = await FindAsync(Some.Capture(), Txn.Captured().With(field, JsonNode.Parse(json)));

        Assert.Equal(FindStatus.NotSeen, found.Status);
    }

    [Theory]
    [InlineData(49.90, 20)]
    [InlineData(20, 49.90)]
    [InlineData(30, 30)]
    public async Task A_capture_whose_figures_differ_is_ambiguous(decimal total, decimal captured)
    {
        var shown = Txn.Sale().With("TotalAmount", total).With("CaptureAmount", captured);

        var found = await FindAsync(Some.Capture(20m), shown);

        Assert.Equal(total == 20 ? FindStatus.Found : FindStatus.Ambiguous, found.Status);
    }

    [Fact]
    public async Task A_void_is_found_on_its_transaction()
    {
        var found = await FindAsync(Some.Void(), Txn.Sale().InStatus("Voided"));

        Assert.True(found.IsFound);
        Assert.Equal((PaymentOperation.Void, PaymentOutcome.Approved), (found.State.Type, found.State.Outcome));
        Assert.Equal((Money.Usd(49.90m), null), (found.State.VoidedAmount, found.State.CapturedAmount));
    }

    [Theory]
    [InlineData("Not Settled")]
    [InlineData("Settled")]
    [InlineData("Other")]
    public async Task A_void_that_is_not_shown_is_not_seen(string status)
    {
        var found = await FindAsync(Some.Void(), Txn.Sale().InStatus(status));

        Assert.Equal(FindStatus.NotSeen, found.Status);
    }

    [Fact]
    public async Task A_refund_that_became_a_void_is_found_on_its_transaction()
    {
        var whole = await FindAsync(Some.Refund(), Txn.Sale().InStatus("Voided"));
        var part = await FindAsync(Some.Refund(20), Txn.Sale().InStatus("Voided"));

        Assert.Equal(PaymentOperation.Void, whole.State?.Type);
        Assert.Equal(FindStatus.Ambiguous, part.Status);
    }

    [Fact]
    public async Task A_refund_that_became_a_credit_is_found_by_its_mark()
    {
        var settled = Txn.Sale().InStatus("Settled");

        var found = await FindAsync(Some.Refund(20), settled, Txn.Credit(20), Txn.Credit(20, "other", 502000));
        var other = await FindAsync(Some.Refund(20), settled, Txn.Credit(20).With("PaymentMethodID", 1));
        var none = await FindAsync(Some.Refund(20), settled);

        Assert.Equal(VirtualTerminalFixture.Ref("501999"), found.State?.Transaction);
        Assert.Equal(FindStatus.Ambiguous, other.Status);
        Assert.Equal(FindStatus.NotSeen, none.Status);
    }

    [Fact]
    public async Task A_void_that_became_a_credit_is_found_by_its_mark()
    {
        var found = await FindAsync(
            Some.Void() with
            {
                IfSettled = IfSettled.Refund,
            },
            Txn.Sale().InStatus("Settled"),
            Txn.Credit()
        );

        Assert.Equal((FindStatus.Found, PaymentOperation.Credit), (found.Status, found.State?.Type));
    }

    [Fact]
    public async Task An_original_that_is_not_there_shows_nothing()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(
            Txn.Id,
            Txn.Error(404, "Transaction Not Found"),
            Txn.Error(404, null),
            Txn.Sale().With("CustomerID", null).InStatus("Settled").Ok()
        );

        var notSeen = await fixture.FindAsync(Some.Capture());
        var failed = await fixture.FindAsync(Some.Void());
        var nobody = await fixture.FindAsync(Some.Refund());

        Assert.Equal(
            [FindStatus.NotSeen, FindStatus.LookupFailed, FindStatus.LookupFailed],
            new[] { notSeen, failed, nobody }.Select(found => found.Status)
        );
    }

    private static async Task<FindResult> FindAsync(
        PaymentRequest request,
        JsonObject original,
        params JsonObject[] rows
    )
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();
        fixture.Stub.Shows(Txn.Id, original.Ok()).Lists(7001, Txn.List(rows).Ok());
        return await fixture.FindAsync(request);
    }
}

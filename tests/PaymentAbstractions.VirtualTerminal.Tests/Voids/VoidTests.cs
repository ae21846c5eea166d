using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

public class VoidTests
{
    private const string Void = "POST transaction/void";

    [Theory]
    [InlineData("sale")]
    [InlineData("auth")]
    [InlineData("credit")]
    public async Task A_void_is_approved_when_the_transaction_shows_it(string type)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.Shows(
                Txn.Id,
                Txn.Sale().With("TransactionType", type).Ok(),
                Txn.Sale().With("TransactionType", type).InStatus("Voided").Ok()
            )
            .On(Void, Txn.Done("Tansaction Voided").Ok());

        var result = await fixture.SendAsync(Some.Void());

        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Void), (result.Outcome, result.PerformedAs));
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
        Assert.Equal(Money.Usd(49.90m), result.ApprovedAmount);
    }

    [Theory]
    [InlineData("Voided", PaymentOutcome.Rejected, PaymentReason.AlreadyReversed)]
    [InlineData("Settled", PaymentOutcome.Rejected, PaymentReason.AlreadySettled)]
    [InlineData("Failed", PaymentOutcome.Rejected, PaymentReason.InvalidRequest)]
    [InlineData("Odd", PaymentOutcome.NotSent, PaymentReason.PreparationFailed)]
    public async Task Only_what_is_not_settled_is_voided(string status, PaymentOutcome outcome, PaymentReason reason)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Sale().InStatus(status).Ok());

        var result = await fixture.SendAsync(Some.Void());

        Assert.Equal((outcome, reason), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_transaction_that_cannot_be_read_is_not_voided()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Error(404, "Transaction Not Found"), Txn.Error(503, null));

        var unknown = await fixture.SendAsync(Some.Void());
        var unreadable = await fixture.SendAsync(Some.Void());

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.NotFound), (unknown.Outcome, unknown.Reason));
        Assert.Equal(PaymentOutcome.NotSent, unreadable.Outcome);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_settled_sale_is_credited_only_when_refunds_are_enabled()
    {
        var settled = Txn.Sale().InStatus("Settled");
        await using var without = new VirtualTerminalFixture();
        without.Stub.Shows(Txn.Id, settled.Ok());
        await using var with = new VirtualTerminalFixture(("EnableRefunds", "true"));
        with.Stub.Shows(Txn.Id, settled.Ok()).On(VirtualTerminalStub.Add, Txn.Credit().Ok());
        var request = Some.Void() with { IfSettled = IfSettled.Refund, RefundedElsewhere = Money.Usd(0) };

        var untold = await with.SendAsync(
            request with
            {
                IdempotencyKey = new IdempotencyKey("key-0"),
                RefundedElsewhere = null,
            }
        );
        var refused = await without.SendAsync(request);
        var credited = await with.SendAsync(request);
        var again = await with.SendAsync(request with { IdempotencyKey = new IdempotencyKey("key-2") });

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadySettled), (refused.Outcome, refused.Reason));
        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadySettled), (untold.Outcome, untold.Reason));
        Assert.Empty(without.Stub.Writes);
        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Credit), (credited.Outcome, credited.PerformedAs));
        Assert.Equal(VirtualTerminalFixture.Ref("501999"), credited.Transaction);
        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadyReversed), (again.Outcome, again.Reason));
        Assert.Single(with.Stub.Writes);
    }

    [Theory]
    [InlineData(400, "Transaction Already Void", PaymentReason.AlreadyReversed)]
    [InlineData(404, "Transaction Not Found", PaymentReason.NotFound)]
    [InlineData(400, "Only transactions pending settlement can be voided REFID:9", PaymentReason.AlreadySettled)]
    public async Task A_refused_void_is_rejected(int status, string text, PaymentReason reason)
    {
        var result = await VoidAsync(Txn.Error(status, text), Txn.Sale().Ok());

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_void_that_was_done_already_may_be_this_one_so_the_record_decides()
    {
        var result = await VoidAsync(Txn.Error(400, "Transaction Already Void"));

        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Void), (result.Outcome, result.PerformedAs));
    }

    [Theory]
    [InlineData("Status", "\"Not Settled\"")]
    [InlineData("Status", "\"Settled\"")]
    [InlineData("Status", "null")]
    [InlineData("TransactionType", "\"auth\"")]
    [InlineData("TotalAmount", "1")]
    [InlineData("ID", "7")]
    public async Task A_success_that_the_read_does_not_confirm_is_in_doubt(string field, string json)
    {
        var after = Txn.Sale().InStatus("Voided").With(field, JsonNode.Parse(json));

        var result = await VoidAsync(Txn.Done("Transaction Voided").Ok(), after.Ok());

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
    }

    [Fact]
    public async Task A_void_without_a_trustworthy_answer_is_in_doubt()
    {
        var results = new[]
        {
            await VoidAsync(StubAnswer.Reset()),
            await VoidAsync(Txn.Error(500, null)),
            await VoidAsync(Txn.Done("x", 7).Ok()),
            await VoidAsync(Txn.Done("Transaction Voided").Ok(), StubAnswer.Reset()),
        };

        Assert.All(results, result => Assert.Equal(PaymentOutcome.Unknown, result.Outcome));
    }

    private static async Task<PaymentResult> VoidAsync(StubAnswer answer, StubAnswer? after = null)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Sale().Ok(), after ?? Txn.Sale().InStatus("Voided").Ok()).On(Void, answer);
        return await fixture.SendAsync(Some.Void());
    }
}

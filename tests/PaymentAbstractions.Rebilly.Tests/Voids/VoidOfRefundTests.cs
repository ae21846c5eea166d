namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>A refund can be voided until it is settled. Source: transactions topic, void.</summary>
public class VoidOfRefundTests
{
    private const string Sales = "POST transactions/txn_1/refund";
    private const string Refunds = "POST transactions/txn_r/refund";

    [Fact]
    public async Task A_refund_that_is_not_settled_is_voided_and_its_amount_can_be_refunded_again()
    {
        await using var fixture = new RebillyFixture();
        var (sale, refund) = (Txn.Sale("sale-1").Settled(), Txn.Reversal("refund"));
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale("sale-1")));
        fixture.Stub.WithOriginal(sale.Copy()).On(Sales, StubAnswer.Created(refund.Copy()));
        var token = TestContext.Current.CancellationToken;
        await fixture.Gateway.SaleAsync(Some.Sale("sale-1"), token);
        var refunded = await fixture.Gateway.RefundAsync(Some.Refund(key: "refund-1"), token);

        fixture.Stub.WithOriginal(refund.Copy());
        fixture.Stub.On(Refunds, StubAnswer.Created(Txn.Reversal("void", "txn_v", "txn_r")));
        var voided = await fixture.Gateway.VoidAsync(Some.Void("void-1", "txn_r"), token);

        var second = Txn.Reversal("refund", "txn_r2");
        fixture.Stub.WithOriginal(sale.Copy(), refund.Copy().With("status", "voided"));
        fixture.Stub.On(Sales, StubAnswer.Created(second));
        var again = await fixture.Gateway.RefundAsync(Some.Refund(key: "refund-2"), token);

        Assert.Equal(PaymentOutcome.Approved, refunded.Outcome);
        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Void), (voided.Outcome, voided.PerformedAs));
        Assert.Equal((PaymentOutcome.Approved, RebillyFixture.Ref("txn_r2")), (again.Outcome, again.Transaction));
        Assert.Equal(
            PaymentOutcome.Reversed,
            (await fixture.Gateway.RefundAsync(Some.Refund(key: "refund-1"), token)).Outcome
        );
    }

    [Fact]
    public async Task A_settled_refund_is_not_voided_regardless_of_what_the_void_may_become()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Reversal("refund").Settled());

        var result = await fixture.Gateway.VoidAsync(
            Some.Void(id: "txn_r") with
            {
                IfSettled = IfSettled.Refund,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadySettled), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }
}

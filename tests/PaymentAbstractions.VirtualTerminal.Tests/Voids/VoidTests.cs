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
}

namespace PaymentAbstractions.VirtualTerminal.Tests;

public class FindByIdTests
{
    [Fact]
    public async Task A_transaction_is_found_by_its_id()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Shows(Txn.Id, Txn.Sale().With("ID", 0).With("Success", false).Ok());

        var found = await fixture.FindAsync("501234");

        Assert.True(found.IsFound);
        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Sale), (found.State.Outcome, found.State.Type));
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), found.State.Transaction);
        Assert.Equal(Money.Usd(49.90m), found.State.CapturedAmount);
        Assert.Equal(("7001", "9001"), (found.State.CustomerId, found.State.PaymentMethodId));
        Assert.Equal(TestClock.Start, found.State.CreatedAt);
    }
}

namespace PaymentAbstractions.VirtualTerminal.Tests;

public class RepeatTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_charge_in_doubt_is_not_sent_again_under_its_key()
    {
        await using var fixture = VirtualTerminalFixture.AdapterAlone();
        fixture.Stub.On("POST transaction/add", StubAnswer.Reset(), Txn.Sale().Ok());

        var first = await fixture.Gateway.SaleAsync(Some.Sale(), Token);
        var repeat = await fixture.Gateway.SaleAsync(Some.Sale(), Token);
        var other = await fixture.Gateway.SaleAsync(Some.Sale(key: "key-2"), Token);

        Assert.Equal(PaymentOutcome.Unknown, first.Outcome);
        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (repeat.Outcome, repeat.Reason));
        Assert.NotEqual(repeat.Message, other.Message);
        Assert.Equal(2, fixture.Stub.Requests.Count(request => request.Method == "POST"));
    }

    [Fact]
    public async Task A_charge_that_never_left_is_sent_under_its_key()
    {
        await using var fixture = VirtualTerminalFixture.AdapterAlone();
        fixture.Stub.On("POST transaction/add", StubAnswer.Refused(), Txn.Sale().Ok());

        var first = await fixture.Gateway.SaleAsync(Some.Sale(), Token);
        var repeat = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentOutcome.Approved), (first.Outcome, repeat.Outcome));
    }
}

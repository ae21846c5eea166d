namespace PaymentAbstractions.VirtualTerminal.Tests;

public class CaptureTests
{
    private const string Capture = "POST transaction/capture";

    [Fact]
    public async Task A_capture_is_approved_when_the_transaction_shows_it()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.Shows(Txn.Id, Txn.Authorization().Ok(), Txn.Captured().Ok())
            .On(Capture, Txn.Done("Transaction Captured").Ok());

        var result = await fixture.SendAsync(Some.Capture());

        Assert.True(result.IsApproved);
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
        Assert.Equal((Money.Usd(49.90m), PaymentOperation.Capture), (result.ApprovedAmount, result.PerformedAs));
        Assert.Equal(3, fixture.Stub.Requests.Count);
    }
}

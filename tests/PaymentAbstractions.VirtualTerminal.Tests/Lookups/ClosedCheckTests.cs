namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>
/// Closed payments are looked up again only when an option requires it, because no documentation says that final answers change.
/// </summary>
public class ClosedCheckTests
{
    [Fact]
    public async Task By_default_nothing_is_looked_up_again()
    {
        await using var fixture = new VirtualTerminalFixture();
        await SellAsync(fixture);

        var report = await RecoverAsync(fixture);

        Assert.Equal(0, report.Checked);
        Assert.Null((await fixture.EntryAsync(Some.Sale().IdempotencyKey.Value)).NextCheckAt);
    }

    [Theory]
    [InlineData("Voided", 1)]
    [InlineData("Settled", 0)]
    [InlineData("Failed", 1)]
    public async Task Where_that_is_switched_on_what_changed_is_seen(string status, int changed)
    {
        await using var fixture = new VirtualTerminalFixture(("MayChangeFor", "1.00:00:00"));
        await SellAsync(fixture);
        fixture.Stub.Shows(Txn.Id, Txn.Sale().InStatus(status).Ok());

        var report = await RecoverAsync(fixture);

        Assert.Equal((1, changed, 0), (report.Checked, report.Changed, report.Deferred));
        var seen = (await fixture.EntryAsync(Some.Sale().IdempotencyKey.Value)).Observation!;
        Assert.Equal((status == "Voided", status == "Failed"), (seen.IsReversed, seen.IsDeclined));
    }

    private static async Task SellAsync(VirtualTerminalFixture fixture)
    {
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Sale().Ok());
        Assert.True((await fixture.SendAsync(Some.Sale())).IsApproved);
    }

    private static Task<RecoveryReport> RecoverAsync(VirtualTerminalFixture fixture)
    {
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        return fixture.RecoverAsync();
    }
}

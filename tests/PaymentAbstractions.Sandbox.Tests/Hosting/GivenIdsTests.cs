using PaymentAbstractions.Sandbox.Tests.Rebilly;
using PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

namespace PaymentAbstractions.Sandbox.Tests.Hosting;

public sealed class GivenIdsTests
{
    [Fact]
    public async Task Rebilly_counts_on_from_the_ids_of_an_earlier_run()
    {
        await using var driver = await RebillyDriver.StartAsync(new RebillySandboxOptions { IdsGivenBefore = 41 });
        await driver.CardAsync();

        var sale = await driver.PayAsync("");

        Assert.Equal("txn_000000000042", RebillyDriver.Text(sale, "id"));
    }

    [Fact]
    public async Task The_virtual_terminal_counts_on_from_the_ids_of_an_earlier_run()
    {
        await using var driver = await TerminalDriver.StartAsync(
            new VirtualTerminalSandboxOptions { IdsGivenBefore = 41 }
        );

        var sale = await driver.PayAsync();

        Assert.Equal(501042, TerminalDriver.Id(sale));
    }
}

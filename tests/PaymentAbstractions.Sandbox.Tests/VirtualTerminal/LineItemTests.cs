using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

public sealed class LineItemTests
{
    private const string Stored = LevelTwo + ",\"ShippingId\":3001";

    [Fact]
    public async Task A_wrong_sum_is_refused()
    {
        await using var driver = await StartAsync();

        var refusal = await RefusalAsync(driver.AddAsync($"{LevelThree},\"Amount\":96.61"));
        var parts = await RefusalAsync(driver.AddAsync($"{LevelTwo},\"Amount\":16.59"));

        Assert.Equal((400, "Amount is not the total of items, tax and shipping", "Bad Request"), refusal);
        Assert.Equal(refusal, parts);
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task A_wrong_sum_can_be_charged_as_it_is()
    {
        await using var driver = await StartAsync(new VirtualTerminalSandboxProfile { Name = "x", ChecksSum = false });

        var answer = await driver.PayAsync($"{LevelThree},\"Amount\":96.61");
        await driver.PayAsync($"{LevelTwo},\"Amount\":16.59");

        Assert.Equal((3, 96.61m), (answer["Level"]!.GetValue<int>(), Money(answer, "TotalAmount")));
        Assert.Equal(80.00m, driver.Sandbox.Ledger.Movements[0].LineItems.Sum(line => line.Total));
    }

    [Fact]
    public async Task A_price_of_zero_costs_nothing()
    {
        await using var driver = await StartAsync();

        var answer = await driver.PayAsync(WithLine("\"Quantity\":2,\"Price\":0", 16.60m));

        Assert.Equal(3, answer["Level"]!.GetValue<int>());
        Assert.Equal(0m, Money(answer["LineItems"]![0]!, "Price"));
    }

    [Fact]
    public async Task A_price_of_zero_can_cost_what_the_catalog_says()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", ZeroPrice = VirtualTerminalZeroPrice.CatalogPrice }
        );

        var refusal = await RefusalAsync(driver.AddAsync(WithLine("\"Quantity\":2,\"Price\":0", 16.60m)));
        var answer = await driver.PayAsync(WithLine("\"Quantity\":2,\"Price\":0", 96.60m));

        Assert.Equal("Amount is not the total of items, tax and shipping", refusal.Text);
        Assert.Equal(40.00m, Money(answer["LineItems"]![0]!, "Price"));
    }

    [Fact]
    public async Task The_catalogs_price_can_slip_in_without_a_word()
    {
        await using var driver = await StartAsync(VirtualTerminalSandboxProfile.Pessimistic);

        await driver.PayAsync(WithLine("\"Quantity\":2,\"Price\":0", 16.60m));

        var booked = driver.Sandbox.Ledger.Movements[0];
        Assert.Equal((16.60m, 80.00m), (booked.Amount, booked.LineItems[0].Total));
    }

    // 1.5 x 0.03 = 0.045, 0.5 x 2.33 = 1.165, 0.1 x 0.14 = 0.014
    [Theory]
    [InlineData(VirtualTerminalLineTotalRounding.AwayFromZero, "1.5", "0.03", "0.05")]
    [InlineData(VirtualTerminalLineTotalRounding.AwayFromZero, "0.5", "2.33", "1.17")]
    [InlineData(VirtualTerminalLineTotalRounding.AwayFromZero, "0.1", "0.14", "0.01")]
    [InlineData(VirtualTerminalLineTotalRounding.Truncated, "1.5", "0.03", "0.04")]
    [InlineData(VirtualTerminalLineTotalRounding.Truncated, "0.5", "2.33", "1.16")]
    [InlineData(VirtualTerminalLineTotalRounding.Truncated, "0.1", "0.14", "0.01")]
    public async Task Fractions_of_a_cent_are_rounded_per_line(
        VirtualTerminalLineTotalRounding rounding,
        string quantity,
        string price,
        string total
    )
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", LineTotalRounding = rounding }
        );
        var expected = decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture);
        var line = $"\"Quantity\":{quantity},\"Price\":{price}";

        var refusal = await RefusalAsync(driver.AddAsync(WithLine(line, 16.60m + expected + 0.01m)));
        await driver.PayAsync(WithLine(line, 16.60m + expected));

        Assert.Equal("Amount is not the total of items, tax and shipping", refusal.Text);
        Assert.Equal(expected, driver.Sandbox.Ledger.Movements.Single().LineItems[0].Total);
    }

    [Theory]
    [InlineData("16.64")]
    [InlineData("16.65")]
    public async Task Fractions_of_a_cent_are_refused_by_default(string amount)
    {
        await using var driver = await StartAsync();

        var refusal = await RefusalAsync(
            driver.AddAsync(
                $"\"Amount\":{amount},{Stored},\"LineItems\":[{{\"ProductCode\":\"NUT-10\",\"Quantity\":1.5,\"Price\":0.03}}]"
            )
        );

        Assert.Equal((400, "Line total is not in whole cents", "Bad Request"), refusal);
    }

    [Fact]
    public async Task A_product_outside_the_catalog_is_refused()
    {
        await using var driver = await StartAsync();

        var refusal = await RefusalAsync(driver.AddAsync(Unknown));

        Assert.Equal((400, "Invalid ProductCode NOWHERE", "Bad Request"), refusal);
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task A_product_outside_the_catalog_can_lower_the_level_without_a_word()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", UnknownProduct = VirtualTerminalUnknownProduct.LineIgnored }
        );

        var answer = await driver.PayAsync(Unknown);
        var mixed = await driver.PayAsync(
            $"\"Amount\":136.60,{Stored},\"LineItems\":[{{\"ProductCode\":\"NOWHERE\",\"Quantity\":2,\"Price\":40}},{{\"ProductCode\":\"BOLT-10\",\"Quantity\":1}}]"
        );

        Assert.Equal((2, 96.60m), (answer["Level"]!.GetValue<int>(), Money(answer, "TotalAmount")));
        Assert.Null(answer["LineItems"]);
        Assert.Equal((2, 1), (mixed["Level"]!.GetValue<int>(), mixed["LineItems"]!.AsArray().Count));
        Assert.All(driver.Sandbox.Ledger.Movements, movement => Assert.Equal(2, movement.DataLevel));
    }

    private static string Unknown => Of("NOWHERE", "\"Quantity\":2,\"Price\":40", 96.60m);

    private static string WithLine(string line, decimal amount) => Of("BOLT-10", line, amount);

    private static string Of(string code, string line, decimal amount) =>
        FormattableString.Invariant(
            $"\"Amount\":{amount},{Stored},\"LineItems\":[{{\"ProductCode\":\"{code}\",{line}}}]"
        );
}

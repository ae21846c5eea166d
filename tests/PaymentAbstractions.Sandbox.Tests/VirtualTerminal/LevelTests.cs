using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

public sealed class LevelTests
{
    [Theory]
    [InlineData("\"Description\":\"op-1\"", 1)]
    [InlineData("\"TaxAmount\":null,\"CustomerPONumber\":null", 1)]
    [InlineData("\"TaxAmount\":0", 2)]
    [InlineData("\"ShippingAmount\":0", 2)]
    [InlineData("\"CustomerPONumber\":\"PO-1\"", 2)]
    [InlineData("\"Amount\":96.60," + LevelTwo, 2)]
    [InlineData("\"Amount\":96.60," + LevelTwo + "," + Lines, 2)]
    [InlineData("\"Amount\":96.60," + LevelTwo + ",\"ShippingId\":3001", 2)]
    [InlineData("\"Amount\":80," + Lines + ",\"ShippingId\":3001", 1)]
    [InlineData(LevelThree, 3)]
    [InlineData("\"Amount\":96.60," + LevelTwo + "," + NewAddress + "," + Lines, 3)]
    [InlineData(LevelThree + ",\"TransactionType\":\"auth\"", 3)]
    [InlineData(LevelThree + ",\"TransactionType\":\"credit\"", 3)]
    public async Task The_level_follows_from_the_fields(string members, int level)
    {
        await using var driver = await StartAsync();

        var answer = await driver.PayAsync(members);

        Assert.Equal(level, answer["Level"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(VirtualTerminalLevelRule.NullCounts, "\"TaxAmount\":null", 2)]
    [InlineData(VirtualTerminalLevelRule.NullCounts, "\"CustomerPONumber\":null", 2)]
    [InlineData(VirtualTerminalLevelRule.NullCounts, "\"Description\":null", 1)]
    [InlineData(VirtualTerminalLevelRule.OnlyValuesCount, "\"TaxAmount\":0,\"CustomerPONumber\":\"\"", 1)]
    [InlineData(VirtualTerminalLevelRule.OnlyValuesCount, "\"TaxAmount\":0.01", 2)]
    [InlineData(VirtualTerminalLevelRule.OnlyValuesCount, "\"CustomerPONumber\":\"PO-1\"", 2)]
    public async Task The_level_rule_has_a_switch(VirtualTerminalLevelRule rule, string members, int level)
    {
        await using var driver = await StartAsync(new VirtualTerminalSandboxProfile { Name = "x", LevelRule = rule });

        var answer = await driver.PayAsync(members);

        Assert.Equal(level, answer["Level"]!.GetValue<int>());
    }

    [Fact]
    public async Task Level_two_and_three_data_comes_back()
    {
        await using var driver = await StartAsync();

        var answer = await driver.PayAsync(LevelThree);

        Assert.Equal((6.60m, 10.00m), (Money(answer, "TaxAmount"), Money(answer, "ShippingAmount")));
        Assert.Equal(("PO-88", 3001), (Text(answer, "CustomerPONumber"), answer["ShippingAddressID"]!.GetValue<int>()));
        Assert.Equal("Dock 4", Text(answer["Shipping"]!, "Tag"));
        Assert.Equal(
            """[{"ID":1,"CommodityCode":"31161500","Description":"Part","Price":40.00,"ProductCode":"BOLT-10","UnitOfMeasure":"EA"}]""",
            answer["LineItems"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_price_that_is_left_out_comes_from_the_catalog()
    {
        await using var driver = await StartAsync();
        driver.Sandbox.AddProduct("WASHER", 0.25m, "Washer", "31161800", "BX");

        var answer = await driver.PayAsync(
            "\"Amount\":2.50,\"LineItems\":[{\"ProductCode\":\"washer\",\"Quantity\":10}]"
        );

        Assert.Equal(
            """{"ID":1,"CommodityCode":"31161800","Description":"Washer","Price":0.25,"ProductCode":"WASHER","UnitOfMeasure":"BX"}""",
            answer["LineItems"]![0]!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_new_address_is_stored_when_asked()
    {
        await using var driver = await StartAsync();
        var members = $"\"Amount\":96.60,{LevelTwo},{Lines},{NewAddress}";

        var unsaved = await driver.PayAsync(members);
        var saved = await driver.PayAsync(members + ",\"SaveNewShippingAddress\":true");
        var again = await driver.PayAsync(LevelThree + $",\"ShippingId\":{AddressId(saved)}");

        Assert.Equal((0, 3002, 3002), (AddressId(unsaved), AddressId(saved), AddressId(again)));
        Assert.All([unsaved, saved, again], answer => Assert.Equal("Dock 9", Text(answer["Shipping"]!, "Tag")));
    }

    [Fact]
    public async Task A_declined_charge_stores_no_address()
    {
        await using var driver = await StartAsync();
        var members =
            $"\"Amount\":96.60,{LevelTwo},{Lines},{NewAddress},\"SaveNewShippingAddress\":true,\"Description\":\"[sandbox decline=declined recorded]\"";

        await driver.PayAsync(members);
        var refusal = await RefusalAsync(driver.AddAsync(LevelThree + ",\"ShippingId\":3002"));

        Assert.Equal((400, "Invalid ShippingId", "Bad Request"), refusal);
    }

    [Fact]
    public async Task An_address_without_an_id_is_a_new_one()
    {
        await using var driver = await StartAsync();

        var answer = await driver.PayAsync($"\"Amount\":96.60,{LevelTwo},{Lines},\"ShippingAddress\":{Address}");

        Assert.Equal((3, 0), (answer["Level"]!.GetValue<int>(), AddressId(answer)));
    }

    [Fact]
    public async Task A_wrong_magic_id_lowers_the_level_or_is_refused()
    {
        var members = $"\"Amount\":96.60,{LevelTwo},{Lines},{NewAddress}";
        await using var zero = await StartAsync();
        await using var minusOne = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", NewShippingId = -1 }
        );

        var refusal = await RefusalAsync(zero.AddAsync(members + ",\"ShippingId\":-1"));
        var lowered = await minusOne.PayAsync(members);
        var right = await minusOne.PayAsync(members + ",\"ShippingId\":-1");

        Assert.Equal((400, "Invalid ShippingId", "Bad Request"), refusal);
        Assert.Equal((2, 3), (lowered["Level"]!.GetValue<int>(), right["Level"]!.GetValue<int>()));
        Assert.Null(lowered["Shipping"]);
    }

    [Theory]
    [InlineData("Tag")]
    [InlineData("Address1")]
    [InlineData("City")]
    [InlineData("State")]
    [InlineData("Postal")]
    public async Task An_address_without_a_part_makes_no_level_three(string part)
    {
        await using var driver = await StartAsync();
        var address = Body(Address[1..^1], $"\"{part}\":null");

        var answer = await driver.PayAsync($"\"Amount\":96.60,{LevelTwo},{Lines},\"ShippingAddress\":{address}");

        Assert.Equal(2, answer["Level"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("\"CustomerPONumber\":\"123456789012345678\"", "CustomerPONumber")]
    [InlineData("\"CustomerPONumber\":\"PO-\u00e9\"", "CustomerPONumber")]
    [InlineData("\"ShippingAddress\":{\"Postal\":\"1218\"}", "Postal")]
    [InlineData("\"ShippingAddress\":{\"Postal\":\"12180 1234\"}", "Postal")]
    [InlineData("\"LineItems\":[{\"ProductCode\":\"THIRTEEN-CHAR\",\"Quantity\":1}]", "ProductCode THIRTEEN-CHAR")]
    public async Task A_value_that_is_longer_than_its_field_is_refused(string members, string name)
    {
        await using var driver = await StartAsync();
        driver.Sandbox.AddProduct("THIRTEEN-CHAR", 12.50m);

        var refusal = await RefusalAsync(driver.AddAsync(members));

        Assert.Equal((400, $"Invalid {name}", "Bad Request"), refusal);
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task Long_descriptions_and_addresses_are_refused()
    {
        await using var driver = await StartAsync();
        var description = $"\"Description\":\"{new string('x', 256)}\"";
        var address = $"\"ShippingAddress\":{{\"Address1\":\"{new string('x', 61)}\"}}";

        Assert.Equal("Invalid Description", (await RefusalAsync(driver.AddAsync(description))).Text);
        Assert.Equal("Invalid ShippingAddress", (await RefusalAsync(driver.AddAsync(address))).Text);
        await driver.PayAsync(description.Replace("xx", "x", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("12180")]
    [InlineData("121801234")]
    [InlineData("12180-1234")]
    public async Task A_postal_code_has_five_or_nine_digits(string postal)
    {
        await using var driver = await StartAsync();
        var address = Body(Address[1..^1], $"\"Postal\":\"{postal}\"");

        var answer = await driver.PayAsync($"\"Amount\":96.60,{LevelTwo},{Lines},\"ShippingAddress\":{address}");

        Assert.Equal(3, answer["Level"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_ledger_shows_what_was_booked()
    {
        await using var driver = await StartAsync();

        await driver.PayAsync(LevelThree + ",\"Description\":\"[sandbox level=1]\"");
        await driver.PayAsync();

        var booked = driver.Sandbox.Ledger.Movements[0];
        Assert.Equal((3, 6.60m, 10.00m), (booked.DataLevel, booked.TaxAmount, booked.ShippingAmount));
        Assert.Equal(
            new SandboxLineItem
            {
                ProductCode = "BOLT-10",
                Quantity = 2,
                Price = 40.00m,
                Total = 80.00m,
            },
            Assert.Single(booked.LineItems)
        );
        var plain = driver.Sandbox.Ledger.Movements[1];
        Assert.Equal((1, null, null), (plain.DataLevel, plain.TaxAmount, plain.ShippingAmount));
        Assert.Empty(plain.LineItems);
    }

    private static int AddressId(JsonNode answer) => answer["ShippingAddressID"]!.GetValue<int>();
}

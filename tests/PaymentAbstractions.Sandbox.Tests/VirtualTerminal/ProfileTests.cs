using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

public sealed class ProfileTests
{
    public static TheoryData<string> Names => [.. VirtualTerminalSandboxProfile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_charge_its_capture_and_its_void_work_in_every_profile(string name)
    {
        await using var driver = await StartAsync(
            VirtualTerminalSandboxProfile.All.Single(profile => profile.Name == name)
        );

        var auth = await driver.PayAsync(Auth("\"Description\":\"op-1\""));
        var id = (auth["ID"] ?? auth["Id"])!.ToString();
        await driver.OkAsync("transaction/capture", $"\"TransactionId\":{id},\"Amount\":5");
        var charges = driver.Sandbox.Ledger.CountCharges("op-1");
        await driver.OkAsync("transaction/void", $"\"TransactionId\":\"{id}\"");

        Assert.Equal(1, charges);
        Assert.Equal(0, driver.Sandbox.Ledger.CountCharges("op-1"));
        Assert.Equal(name, VirtualTerminalSandboxProfile.All.Single(profile => profile.Name == name).ToString());
    }

    [Fact]
    public void Every_value_of_every_switch_occurs()
    {
        var switches = typeof(VirtualTerminalSandboxProfile)
            .GetProperties()
            .Where(property => property.CanWrite && property.Name != "Name")
            .ToList();

        Assert.Equal(18, switches.Count);
        Assert.All(
            switches,
            property =>
            {
                var values = VirtualTerminalSandboxProfile.All.Select(property.GetValue).Distinct().Count();
                var expected = property.PropertyType.IsEnum ? Enum.GetValues(property.PropertyType).Length : 2;
                Assert.Equal(expected, values);
            }
        );
        Assert.Distinct(VirtualTerminalSandboxProfile.All.Select(profile => profile.Name));
    }

    [Fact]
    public async Task A_description_can_be_dropped_from_answers_but_not_from_the_ledger()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", DescriptionEchoed = false }
        );

        var sale = await driver.PayAsync("\"Description\":\"op-1\"");

        Assert.Null(sale["Description"]);
        Assert.Null((await driver.ReadAsync(sale))["Description"]);
        Assert.Null((await driver.NotSettledAsync())[0]!["Description"]);
        Assert.Equal(1, driver.Sandbox.Ledger.CountCharges("op-1"));
    }

    [Theory]
    [InlineData(true, false, "sale,auth")]
    [InlineData(false, true, "sale,credit")]
    [InlineData(false, false, "sale")]
    public async Task The_list_can_leave_things_out(bool authorizations, bool credits, string types)
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile
            {
                Name = "x",
                ListsAuthorizations = authorizations,
                ListsCredits = credits,
            }
        );
        await driver.PayAsync();
        await driver.PayAsync(Auth());
        await driver.PayAsync(Credit);

        var listed = await driver.NotSettledAsync();

        Assert.Equal(types, string.Join(',', listed.Select(transaction => Text(transaction!, "TransactionType"))));
    }

    [Fact]
    public async Task A_captured_authorization_is_listed_as_the_sale_it_became()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", ListsAuthorizations = false }
        );
        var auth = await driver.PayAsync(Auth());

        await driver.CaptureAsync(auth, 5m);

        Assert.Equal("sale", Text(Assert.Single(await driver.NotSettledAsync())!, "TransactionType"));
    }

    [Fact]
    public async Task A_capture_can_answer_with_another_name_for_the_id()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile
            {
                Name = "x",
                CaptureAnswerId = VirtualTerminalCaptureAnswerId.TransactionId,
            }
        );

        var capture = await driver.CaptureAsync(await driver.PayAsync(Auth()), 5m);

        Assert.Equal(
            """{"TransactionId":501001,"Success":true,"Message":"Transaction Captured"}""",
            capture.ToJsonString()
        );
    }

    [Theory]
    [InlineData("sale", "Sale")]
    [InlineData("auth", "Authorization")]
    [InlineData("credit", "Credit")]
    public async Task Types_can_be_capitalized(string type, string shown)
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", TypeVocabulary = VirtualTerminalTypeVocabulary.Capitalized }
        );

        var answer = await driver.PayAsync($"\"TransactionType\":\"{type}\"");

        Assert.Equal(shown, Text(answer, "TransactionType"));
        Assert.Equal(shown, Text(await driver.ReadAsync(answer), "TransactionType"));
    }

    [Fact]
    public async Task Ids_can_be_texts()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", NumericIdsAsStrings = true }
        );

        var sale = await driver.PayAsync(LevelThree);

        Assert.Equal(("501001", "7001"), (Text(sale, "ID"), Text(sale, "CustomerID")));
        Assert.Equal(("9001", "3001"), (Text(sale, "PaymentMethodID"), Text(sale, "ShippingAddressID")));
        Assert.Equal("1", Text(sale["LineItems"]![0]!, "ID"));
        Assert.Equal(96.60m, Money(sale, "TotalAmount"));
        Assert.Equal("7001", Text((await driver.GetAsync("customers"))[0]!, "ID"));
    }

    [Fact]
    public async Task Names_can_vary()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", Naming = VirtualTerminalNaming.Varied }
        );

        var sale = (await driver.PayAsync(LevelThree)).AsObject();

        string[] members = ["Id", "CustomerId", "PaymentMethodId", "ShippingAddressId"];
        Assert.All(members, name => Assert.True(sale.ContainsKey(name), name));
        Assert.Equal(
            ["Id", "Commodity Code", "Description", "Price", "ProductCode", "Unit of Measure"],
            sale["LineItems"]![0]!.AsObject().Select(member => member.Key)
        );
        Assert.Contains(
            "RecurrentBillings",
            (await driver.GetAsync("customer/7001")).AsObject().Select(member => member.Key)
        );
    }

    [Fact]
    public async Task Reading_one_transaction_can_show_the_id_zero()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile { Name = "x", GetShowsIdZero = true }
        );
        var sale = await driver.PayAsync();

        var read = await driver.ReadAsync(sale);

        Assert.Equal((501001L, 0L), (Id(sale), Id(read)));
        Assert.Equal(501001L, Id((await driver.NotSettledAsync())[0]!));
    }

    [Fact]
    public async Task The_capture_amount_can_show_what_was_authorized()
    {
        await using var driver = await StartAsync(
            new VirtualTerminalSandboxProfile
            {
                Name = "x",
                CaptureAmountMeaning = VirtualTerminalCaptureAmountMeaning.Authorized,
            }
        );
        var auth = await driver.PayAsync(Auth());

        await driver.CaptureAsync(auth, 5m);

        JsonNode after = await driver.ReadAsync(auth);
        Assert.Equal((5m, 12.50m), (Money(after, "TotalAmount"), Money(after, "CaptureAmount")));
        Assert.Equal(0m, Money(auth, "CaptureAmount"));
    }
}

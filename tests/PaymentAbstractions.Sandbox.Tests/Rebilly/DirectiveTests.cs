using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class DirectiveTests
{
    [Theory]
    [InlineData("51", "declined")]
    [InlineData("N7", "declined")]
    [InlineData("1A", "declined")]
    [InlineData("1234", "declined")]
    [InlineData("00", "approved")]
    [InlineData("08", "approved")]
    [InlineData("11", "approved")]
    [InlineData("16", "approved")]
    [InlineData("85", "approved")]
    public async Task A_code_decides(string code, string result)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var sale = await driver.PayAsync($"\"description\":\"order [sandbox code={code}]\"");

        var response = sale["gateway"]!["response"]!;
        Assert.Equal((result, "completed"), (Text(sale, "result"), Text(sale, "status")));
        Assert.Equal((code, code), (Text(response, "code"), Text(response, "originalCode")));
        Assert.False(string.IsNullOrEmpty(Text(response, "message")));
        Assert.Equal(result == "approved" ? 1 : 0, driver.Sandbox.Ledger.Movements.Count);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("32")]
    public async Task Part_of_the_amount_can_be_approved(string code)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var sale = await driver.PayAsync($"\"description\":\"[sandbox code={code} amount=7.50]\"");

        Assert.Equal("approved", Text(sale, "result"));
        Assert.Equal(7.50m, sale["amount"]!.GetValue<decimal>());
        Assert.Equal(7.50m, sale["purchaseAmount"]!.GetValue<decimal>());
        Assert.Equal(12.50m, sale["requestAmount"]!.GetValue<decimal>());
        Assert.True(sale["hasAmountAdjustment"]!.GetValue<bool>());
        Assert.Equal(7.50m, driver.Sandbox.Ledger.NetCharged("cus_1"));
    }

    [Fact]
    public async Task Address_and_security_code_answers_can_be_set()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync(more: ",\"cvv\":\"123\"");

        var plain = await driver.PayAsync("\"requestId\":\"a\"");
        var set = await driver.PayAsync("\"description\":\"[sandbox avs=N cvv=U]\"");

        Assert.Equal(("Y", "M"), Codes(plain));
        Assert.Equal(("N", "U"), Codes(set));

        static (string?, string?) Codes(System.Text.Json.Nodes.JsonNode sale) =>
            (Text(sale["gateway"]!["avsResponse"]!, "code"), Text(sale["gateway"]!["cvvResponse"]!, "code"));
    }

    [Theory]
    [InlineData("waiting-approval")]
    [InlineData("waiting-gateway")]
    [InlineData("pending")]
    [InlineData("sending")]
    [InlineData("offsite")]
    public async Task A_status_waits_until_it_is_approved(string status)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync($"\"description\":\"[sandbox status={status}]\"");
        var before = driver.Sandbox.Ledger.Movements.Count;

        driver.Sandbox.ApproveWaiting(Text(sale, "id")!);

        Assert.Equal((status, "unknown"), (Text(sale, "status"), Text(sale, "result")));
        Assert.Null(Text(sale["gateway"]!["response"]!, "code"));
        Assert.Equal(0, before);
        var after = await driver.GetAsync($"transactions/{Text(sale, "id")}");
        Assert.Equal(("completed", "approved"), (Text(after, "status"), Text(after, "result")));
        Assert.Equal(1, driver.Sandbox.Ledger.CountCharges("cus_1"));
    }

    [Fact]
    public async Task An_approval_can_still_be_declined_by_the_gateway()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync("\"description\":\"[sandbox status=waiting-gateway code=51]\"");

        driver.Sandbox.ApproveWaiting(Text(sale, "id")!);

        Assert.Equal("declined", Text(await driver.GetAsync($"transactions/{Text(sale, "id")}"), "result"));
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task A_canceled_wait_gives_the_authorization_back()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync("\"type\":\"authorize\"");
        var waiting = await driver.PayAsync("\"description\":\"[sandbox status=waiting-gateway]\"");
        var meanwhile = await driver.PayAsync("\"type\":\"sale\",\"amount\":1");

        driver.Sandbox.CancelWaiting(Text(waiting, "id")!);
        var capture = await driver.PayAsync("");

        Assert.Equal("sale", Text(meanwhile, "type"));
        Assert.Equal("capture", Text(capture, "type"));
        Assert.Equal("canceled", Text(await driver.GetAsync($"transactions/{Text(waiting, "id")}"), "result"));
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("abandoned")]
    [InlineData("declined")]
    public async Task A_result_can_be_set_without_the_gateway(string result)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var sale = await driver.PayAsync($"\"description\":\"[sandbox result={result}]\"");

        Assert.Equal(("completed", result), (Text(sale, "status"), Text(sale, "result")));
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Theory]
    [InlineData("[sandbox ")]
    [InlineData("[sandbox code=]")]
    [InlineData("[sandbox code=10]")]
    [InlineData("[sandbox code=10 amount=12.50]")]
    [InlineData("[sandbox code=10 amount=0.001]")]
    [InlineData("[sandbox status=completed]")]
    [InlineData("[sandbox result=unknown]")]
    [InlineData("[sandbox typo=1]")]
    [InlineData("[sandbox avs=YY]")]
    public async Task A_directive_without_sense_is_refused(string description)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        Assert.Equal(["description"], await driver.RefusedAsync($"\"description\":\"{description}\""));
    }

    [Fact]
    public async Task Only_what_waits_can_be_approved()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync("");
        var timeout = await driver.PayAsync("\"description\":\"[sandbox status=timeout]\"");

        Assert.Throws<InvalidOperationException>(() => driver.Sandbox.ApproveWaiting(Text(sale, "id")!));
        Assert.Throws<InvalidOperationException>(() => driver.Sandbox.CancelWaiting(Text(timeout, "id")!));
        Assert.Throws<InvalidOperationException>(() => driver.Sandbox.ApproveWaiting("txn_none"));
    }
}

using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class BrokenExchangeTests
{
    [Theory]
    [InlineData("sale", "status=timeout", "timeout", "completed", "approved", 1)]
    [InlineData("authorize", "status=timeout", "timeout", "waiting-capture", "approved", 1)]
    [InlineData("sale", "status=timeout code=51", "timeout", "completed", "declined", 0)]
    [InlineData("sale", "status=conn-error", "conn-error", "conn-error", "unknown", 0)]
    [InlineData("sale", "status=never-sent", "never-sent", "never-sent", "canceled", 0)]
    public async Task A_query_returns_what_the_gateway_did(
        string type,
        string directive,
        string shown,
        string status,
        string result,
        int movements
    )
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var broken = await driver.PayAsync($"\"type\":\"{type}\",\"description\":\"[sandbox {directive}]\"");

        var query = await driver.ExpectAsync(201, HttpMethod.Post, $"transactions/{Text(broken, "id")}/query");

        Assert.Equal((shown, "unknown"), (Text(broken, "status"), Text(broken, "result")));
        Assert.Equal((status, result), (Text(query, "status"), Text(query, "result")));
        Assert.Equal(Text(broken, "id"), Text(query, "transactionId"));
        Assert.Equal(12.50m, query["amount"]!.GetValue<decimal>());
        Assert.Equal(movements, driver.Sandbox.Ledger.Movements.Count);
        Assert.Equal((shown, "unknown"), await StateAsync(driver, broken));
    }

    [Theory]
    [InlineData("timeout", "completed", "approved", 1)]
    [InlineData("timeout code=05", "completed", "declined", 0)]
    [InlineData("conn-error", "completed", "canceled", 0)]
    [InlineData("never-sent", "completed", "canceled", 0)]
    public async Task Resolving_makes_it_known_and_charges_nothing_more(
        string directive,
        string status,
        string result,
        int charges
    )
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var broken = await driver.PayAsync($"\"description\":\"[sandbox status={directive}]\"");

        driver.Sandbox.ResolveTimeouts();
        driver.Sandbox.ResolveTimeouts();

        Assert.Equal((status, result), await StateAsync(driver, broken));
        Assert.Equal(charges, driver.Sandbox.Ledger.CountCharges("cus_1"));
    }

    [Theory]
    [InlineData("conn-error")]
    [InlineData("never-sent")]
    public async Task A_transaction_that_never_reached_the_gateway_shows_no_gateway_answer(string directive)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var broken = await driver.PayAsync($"\"description\":\"[sandbox status={directive}]\"");

        driver.Sandbox.ResolveTimeouts();

        var shown = await driver.ExpectAsync(200, HttpMethod.Get, $"transactions/{Text(broken, "id")}");
        Assert.Null(shown["gateway"]!["response"]!["code"]);
        Assert.Null(shown["gateway"]!["avsResponse"]!["code"]);
    }

    [Fact]
    public async Task A_timed_out_capture_keeps_the_authorization_from_a_second_one()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync("\"type\":\"authorize\"");
        var capture = await driver.PayAsync("\"description\":\"[sandbox status=timeout]\"");

        var second = await driver.PayAsync("");

        Assert.Equal("capture", Text(capture, "type"));
        Assert.Equal("sale", Text(second, "type"));
    }

    [Fact]
    public async Task A_refund_that_timed_out_has_moved_money()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync("");
        driver.Sandbox.SettleAll();

        var refund = await driver.RefundAsync(sale, 12.50m, ",\"description\":\"[sandbox status=timeout]\"");
        var waiting = await StateAsync(driver, sale);
        driver.Sandbox.ResolveTimeouts();

        Assert.Equal(("timeout", "unknown"), (Text(refund, "status"), Text(refund, "result")));
        Assert.Equal(("waiting-refund", "approved"), waiting);
        Assert.Equal(("refunded", "approved"), await StateAsync(driver, sale));
        Assert.Equal(0m, driver.Sandbox.Ledger.NetCharged("cus_1"));
    }

    [Fact]
    public async Task An_update_records_a_result_and_moves_no_money()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var broken = await driver.PayAsync("\"description\":\"[sandbox status=conn-error]\"");

        var updated = await driver.ExpectAsync(
            200,
            HttpMethod.Post,
            $"transactions/{Text(broken, "id")}/update",
            """{"result":"approved","amount":11,"currency":"EUR"}"""
        );

        Assert.Equal(("completed", "approved"), (Text(updated, "status"), Text(updated, "result")));
        Assert.Equal((11m, "EUR"), (updated["amount"]!.GetValue<decimal>(), Text(updated, "currency")));
        Assert.True(updated["revision"]!.GetValue<int>() > broken["revision"]!.GetValue<int>());
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Theory]
    [InlineData("""{}""", "result")]
    [InlineData("""{"result":"unknown"}""", "result")]
    [InlineData("""{"result":"approved","amount":0.001}""", "amount")]
    [InlineData("""{"result":"approved","currency":"eur"}""", "currency")]
    public async Task A_malformed_update_is_refused(string body, string field)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync("");

        var problem = await driver.ExpectAsync(422, HttpMethod.Post, $"transactions/{Text(sale, "id")}/update", body);

        Assert.Equal([field], FieldsOf(problem));
    }

    [Fact]
    public async Task A_patch_changes_custom_fields_only()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync("");
        var path = $"transactions/{Text(sale, "id")}";

        var patched = await driver.ExpectAsync(
            200,
            HttpMethod.Patch,
            path,
            """{"customFields":{"order_reference":"7"},"amount":1}"""
        );
        var problem = await driver.ExpectAsync(422, HttpMethod.Patch, path, """{"customFields":{"other":"7"}}""");

        Assert.Equal("7", Text(patched["customFields"]!, "order_reference"));
        Assert.Equal(12.50m, patched["amount"]!.GetValue<decimal>());
        Assert.Equal(["customFields.other"], FieldsOf(problem));
    }

    [Theory]
    [InlineData("query")]
    [InlineData("update")]
    public async Task Unknown_transactions_are_not_found(string operation)
    {
        await using var driver = await StartAsync();

        await driver.ExpectAsync(404, HttpMethod.Post, $"transactions/none/{operation}", "{}");
        await driver.ExpectAsync(404, HttpMethod.Patch, "transactions/none", "{}");
    }

    private static async Task<(string?, string?)> StateAsync(RebillyDriver driver, JsonNode transaction)
    {
        var now = await driver.GetAsync($"transactions/{Text(transaction, "id")}");
        return (Text(now, "status"), Text(now, "result"));
    }
}

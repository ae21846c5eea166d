using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class SaleTests
{
    [Fact]
    public async Task A_sale_is_approved_and_booked()
    {
        await using var driver = await StartAsync();
        var instrument = await driver.CardAsync();

        var sale = await driver.PayAsync(
            """
            "requestId":"r-1","description":"order 7","customFields":{"channel":"web"}
            """
        );

        Assert.Equal("txn_000000000001", Text(sale, "id"));
        Assert.Equal(("sale", "completed", "approved"), Outcome(sale));
        Assert.Equal(12.5m, sale["amount"]!.GetValue<decimal>());
        Assert.Equal("00", sale["gateway"]!["response"]!["code"]!.GetValue<string>());
        Assert.Equal("Y", sale["gateway"]!["avsResponse"]!["code"]!.GetValue<string>());
        Assert.Equal(instrument, sale["paymentInstrument"]!["paymentInstrumentId"]!.GetValue<string>());
        Assert.Equal("411111", Text(sale, "bin"));
        Assert.Equal("web", sale["customFields"]!["channel"]!.GetValue<string>());
        Assert.Equal("order 7", Text(sale, "description"));
        Assert.DoesNotContain(Visa, sale.ToJsonString(), StringComparison.Ordinal);
        var movement = Assert.Single(driver.Sandbox.Ledger.Movements);
        Assert.Equal(
            (SandboxMovementKind.Sale, 12.50m, "USD", "r-1"),
            (movement.Kind, movement.Amount, movement.Currency, movement.RequestId)
        );
        Assert.Equal(1, driver.Sandbox.Ledger.CountCharges("order 7"));
    }

    [Fact]
    public async Task A_sale_captures_the_open_authorization()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var authorization = await driver.PayAsync("\"type\":\"authorize\"");

        var capture = await driver.PayAsync("\"amount\":10");

        Assert.Equal(("authorize", "waiting-capture", "approved"), Outcome(authorization));
        Assert.Equal(("capture", "completed", "approved"), Outcome(capture));
        Assert.Equal(Text(authorization, "id"), Text(capture, "parentTransactionId"));
        var after = await driver.GetAsync($"transactions/{Text(authorization, "id")}");
        Assert.Equal("completed", Text(after, "status"));
        Assert.Equal(Text(capture, "id"), after["childTransactions"]![0]!.GetValue<string>());
        Assert.Equal(10m, driver.Sandbox.Ledger.NetCharged("cus_1"));
    }

    [Theory]
    [InlineData("\"amount\":12.51")]
    [InlineData("\"currency\":\"EUR\"")]
    [InlineData("\"description\":\"[sandbox ignore-authorization]\"")]
    [InlineData("\"isProcessedOutside\":true")]
    public async Task A_sale_that_does_not_fit_the_authorization_charges_afresh(string members)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync("\"type\":\"authorize\"");

        var sale = await driver.PayAsync(members);

        Assert.Equal("sale", Text(sale, "type"));
        Assert.Null(Text(sale, "parentTransactionId"));
    }

    [Fact]
    public async Task An_authorization_is_captured_once()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync("\"type\":\"authorize\"");
        await driver.PayAsync("");

        var second = await driver.PayAsync("");

        Assert.Equal("sale", Text(second, "type"));
        Assert.Equal(2, driver.Sandbox.Ledger.CountCharges("cus_1"));
    }

    [Fact]
    public async Task Capturing_at_the_same_time_captures_once()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync("\"type\":\"authorize\"");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => driver.PayAsync("")));

        Assert.Single(answers, answer => Text(answer, "type") == "capture");
    }

    [Fact]
    public async Task An_authorization_expires_after_seven_days()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync("\"type\":\"authorize\"");
        driver.Sandbox.Clock.Advance(TimeSpan.FromDays(7));

        var sale = await driver.PayAsync("");

        Assert.Equal("sale", Text(sale, "type"));
    }

    [Fact]
    public async Task A_declined_capture_leaves_the_authorization_open()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync("\"type\":\"authorize\"");

        var declined = await driver.PayAsync("\"description\":\"[sandbox code=61]\"");
        var capture = await driver.PayAsync("");

        Assert.Equal(("capture", "completed", "declined"), Outcome(declined));
        Assert.Equal(("capture", "completed", "approved"), Outcome(capture));
        Assert.Equal(1, driver.Sandbox.Ledger.CountCharges("cus_1"));
    }

    [Fact]
    public async Task Another_instruments_authorization_is_left_alone()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync("\"type\":\"authorize\"");
        var other = await driver.CardAsync(pan: "5555555555554444");

        var sale = await driver.PayAsync(
            $$$"""
            "paymentInstruction":{"paymentInstrumentId":"{{{other}}}"}
            """
        );

        Assert.Equal("sale", Text(sale, "type"));
    }

    [Fact]
    public async Task A_currency_without_a_gateway_account_is_declined()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var sale = await driver.PayAsync("\"currency\":\"CHF\"");

        Assert.Equal(("sale", "completed", "declined"), Outcome(sale));
        Assert.Null(Text(sale, "gatewayName"));
        Assert.Null(Text(sale, "gatewayAccountId"));
        Assert.Equal(
            "No gateway account available to process this transaction",
            sale["gateway"]!["response"]!["message"]!.GetValue<string>()
        );
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Theory]
    [InlineData("authorize", "waiting-capture")]
    [InlineData("setup", "completed")]
    public async Task Zero_is_an_amount_for_verification(string type, string status)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var transaction = await driver.PayAsync($"\"type\":\"{type}\",\"amount\":0");

        Assert.Equal((type, status, "approved"), Outcome(transaction));
    }

    [Fact]
    public async Task A_setup_approves_a_card_that_a_sale_declines()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync(pan: "4000000000000002");

        var setup = await driver.PayAsync("\"type\":\"setup\",\"amount\":1");
        var sale = await driver.PayAsync("");

        Assert.Equal("approved", Text(setup, "result"));
        Assert.Equal("declined", Text(sale, "result"));
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task A_payment_outside_is_recorded_and_charges_nothing()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var sale = await driver.PayAsync("\"isProcessedOutside\":true,\"processedTime\":\"2026-01-02T03:04:05Z\"");

        Assert.Equal("approved", Text(sale, "result"));
        Assert.Equal("2026-01-02T03:04:05Z", Text(sale, "processedTime"));
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task Ids_are_the_same_in_every_run()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var driver = await StartAsync();
            await driver.CardAsync();
            runs.Add(
                (await driver.PayAsync("\"type\":\"authorize\""))
                    .ToJsonString()
                    .Replace($":{driver.Sandbox.BaseAddress.Port}/", ":0/", StringComparison.Ordinal)
            );
        }

        Assert.Equal(runs[0], runs[1]);
    }

    private static (string?, string?, string?) Outcome(JsonNode transaction) =>
        (Text(transaction, "type"), Text(transaction, "status"), Text(transaction, "result"));
}

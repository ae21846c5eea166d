using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class RefundTests
{
    [Theory]
    [InlineData("sale")]
    [InlineData("authorize")]
    public async Task Before_settlement_the_whole_amount_is_voided(string type)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var original = await driver.PayAsync($"\"type\":\"{type}\"");

        var child = await driver.RefundAsync(original, 12.50m);

        Assert.Equal(("void", "approved"), (Text(child, "type"), Text(child, "result")));
        Assert.Equal(Text(original, "id"), Text(child, "parentTransactionId"));
        Assert.Equal("voided", await StatusOf(driver, Text(original, "id")!));
        Assert.Equal(0, driver.Sandbox.Ledger.CountCharges("cus_1"));
    }

    [Fact]
    public async Task A_voided_authorization_cannot_be_captured()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var authorization = await driver.PayAsync("\"type\":\"authorize\"");
        await driver.RefundAsync(authorization, 12.50m);

        var sale = await driver.PayAsync("");

        Assert.Equal("sale", Text(sale, "type"));
    }

    [Fact]
    public async Task After_settlement_money_is_refunded_in_parts()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync("");
        var id = Text(sale, "id")!;
        driver.Sandbox.SettleAll();

        var first = await driver.RefundAsync(sale, 2.50m);
        var between = await StatusOf(driver, id);
        await driver.RefundAsync(sale, 10m);

        Assert.Equal("refund", Text(first, "type"));
        Assert.Equal("partially-refunded", between);
        Assert.Equal("refunded", await StatusOf(driver, id));
        Assert.Equal(0m, driver.Sandbox.Ledger.NetCharged("cus_1"));
        Assert.Equal(0, driver.Sandbox.Ledger.CountCharges("cus_1"));
    }

    [Fact]
    public async Task A_day_settles_a_charge()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync("");
        driver.Sandbox.Clock.Advance(TimeSpan.FromHours(24));

        var settled = await driver.GetAsync($"transactions/{Text(sale, "id")}");
        var refund = await driver.RefundAsync(sale, 12.50m);

        Assert.Equal("2026-01-06T09:00:00Z", Text(settled, "settlementTime"));
        Assert.NotNull(Text(settled, "arn"));
        Assert.Equal("refund", Text(refund, "type"));
    }

    [Theory]
    [InlineData("Documented", 422)]
    [InlineData("OverRefundConflicts", 409)]
    public async Task Refunding_too_much_is_refused(string profile, int status)
    {
        await using var driver = await StartAsync(RebillySandboxProfile.All.Single(known => known.Name == profile));
        await driver.CardAsync();
        var sale = await driver.PayAsync("");
        driver.Sandbox.SettleAll();
        await driver.RefundAsync(sale, 10m);

        await driver.ExpectAsync(status, HttpMethod.Post, RefundPath(sale), """{"amount":2.51}""");

        Assert.Equal(2.50m, driver.Sandbox.Ledger.NetCharged("cus_1"));
    }

    [Theory]
    [InlineData("Documented", 201, 7.50)]
    [InlineData("PartialVoidRefused", 422, 12.50)]
    public async Task Part_of_an_unsettled_charge_follows_the_profile(string profile, int status, double left)
    {
        await using var driver = await StartAsync(RebillySandboxProfile.All.Single(known => known.Name == profile));
        await driver.CardAsync();
        var sale = await driver.PayAsync("");

        var answer = await driver.ExpectAsync(status, HttpMethod.Post, RefundPath(sale), """{"amount":5}""");

        Assert.Equal(status == 201 ? "refund" : null, Text(answer, "type") is "refund" ? "refund" : null);
        Assert.Equal((decimal)left, driver.Sandbox.Ledger.NetCharged("cus_1"));
    }

    [Theory]
    [InlineData("""{}""", "amount")]
    [InlineData("""{"amount":"5"}""", "amount")]
    [InlineData("""{"amount":-1}""", "amount")]
    [InlineData("""{"amount":0}""", "amount")]
    [InlineData("""{"amount":1.001}""", "amount")]
    [InlineData("""{"amount":1,"description":"[sandbox nonsense]"}""", "description")]
    [InlineData("""{"amount":1,"isProcessedOutside":1}""", "isProcessedOutside")]
    public async Task A_malformed_refund_is_refused(string body, string field)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync("");

        var problem = await driver.ExpectAsync(422, HttpMethod.Post, RefundPath(sale), body);

        Assert.Equal([field], FieldsOf(problem));
    }

    [Fact]
    public async Task Voids_setups_and_declined_charges_cannot_be_refunded()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var declined = await driver.PayAsync("\"description\":\"[sandbox code=05]\"");
        var setup = await driver.PayAsync("\"type\":\"setup\",\"amount\":1");
        var @void = await driver.RefundAsync(await driver.PayAsync(""), 12.50m);

        foreach (var transaction in new[] { declined, setup, @void })
        {
            await driver.ExpectAsync(422, HttpMethod.Post, RefundPath(transaction), """{"amount":1}""");
        }
    }

    [Fact]
    public async Task A_captured_or_expired_authorization_cannot_be_voided()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var captured = await driver.PayAsync("\"type\":\"authorize\"");
        await driver.PayAsync("");
        var expired = await driver.PayAsync("\"type\":\"authorize\"");
        driver.Sandbox.Clock.Advance(TimeSpan.FromDays(8));

        await driver.ExpectAsync(422, HttpMethod.Post, RefundPath(captured), """{"amount":12.5}""");
        await driver.ExpectAsync(422, HttpMethod.Post, RefundPath(expired), """{"amount":12.5}""");
    }

    [Fact]
    public async Task An_authorization_is_voided_as_a_whole_and_once()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var authorization = await driver.PayAsync("\"type\":\"authorize\"");

        await driver.ExpectAsync(422, HttpMethod.Post, RefundPath(authorization), """{"amount":5}""");
        await driver.RefundAsync(authorization, 12.50m);
        await driver.ExpectAsync(422, HttpMethod.Post, RefundPath(authorization), """{"amount":12.5}""");
    }

    [Fact]
    public async Task An_unsettled_refund_can_itself_be_voided()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync("");
        driver.Sandbox.SettleAll();
        var refund = await driver.RefundAsync(sale, 12.50m);

        var @void = await driver.RefundAsync(refund, 12.50m);

        Assert.Equal("void", Text(@void, "type"));
        Assert.Equal("completed", await StatusOf(driver, Text(sale, "id")!));
        Assert.Equal(12.50m, driver.Sandbox.Ledger.NetCharged("cus_1"));
    }

    [Fact]
    public async Task A_declined_refund_changes_nothing()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync("");
        driver.Sandbox.SettleAll();

        var refund = await driver.RefundAsync(sale, 5m, ",\"description\":\"[sandbox code=12]\"");

        Assert.Equal("declined", Text(refund, "result"));
        Assert.Equal("completed", await StatusOf(driver, Text(sale, "id")!));
        Assert.Equal(12.50m, driver.Sandbox.Ledger.NetCharged("cus_1"));
    }

    [Fact]
    public async Task A_refund_under_way_holds_its_amount()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync("");
        driver.Sandbox.SettleAll();
        var refund = await driver.RefundAsync(sale, 10m, ",\"description\":\"[sandbox status=waiting-gateway]\"");

        var waiting = await StatusOf(driver, Text(sale, "id")!);
        await driver.ExpectAsync(422, HttpMethod.Post, RefundPath(sale), """{"amount":5}""");
        driver.Sandbox.ApproveWaiting(Text(refund, "id")!);

        Assert.Equal("waiting-refund", waiting);
        Assert.Equal("partially-refunded", await StatusOf(driver, Text(sale, "id")!));
        Assert.Equal(2.50m, driver.Sandbox.Ledger.NetCharged("cus_1"));
    }

    [Fact]
    public async Task Refunding_an_unknown_transaction_is_not_found()
    {
        await using var driver = await StartAsync();

        await driver.ExpectAsync(404, HttpMethod.Post, "transactions/txn_none/refund", """{"amount":1}""");
    }

    private static async Task<string?> StatusOf(RebillyDriver driver, string id) =>
        Text(await driver.GetAsync($"transactions/{id}"), "status");
}

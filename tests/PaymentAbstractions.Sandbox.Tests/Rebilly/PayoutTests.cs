using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class PayoutTests
{
    private static readonly RebillySandboxProfile Earlier = RebillySandboxProfile.Documented with
    {
        PayoutStatuses = RebillyPayoutStatuses.Earlier,
    };

    [Fact]
    public async Task A_request_is_created_read_listed_and_canceled()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var created = await driver.ExpectAsync(201, HttpMethod.Post, "payout-requests", Payout());
        var id = Text(created, "id")!;
        var canceled = await driver.ExpectAsync(
            200,
            HttpMethod.Post,
            $"payout-requests/{id}/cancel",
            """{"description":"Too late"}"""
        );

        Assert.StartsWith("pout_req_", id, StringComparison.Ordinal);
        Assert.Equal("pending", Text(created, "status"));
        Assert.Equal("canceled", Text(canceled, "status"));
        Assert.Equal(
            """{"canceledBy":"customer","description":"Too late"}""",
            canceled["cancellationReason"]!.ToJsonString()
        );
        Assert.Equal(canceled.ToJsonString(), (await driver.GetAsync($"payout-requests/{id}")).ToJsonString());
        Assert.Equal([id], IdsOf(await driver.GetAsync("payout-requests?filter=customerId:cus_1")));
        Assert.Empty(IdsOf(await driver.GetAsync("payout-requests?filter=customerId:cus_2")));
        await driver.ExpectAsync(409, HttpMethod.Post, $"payout-requests/{id}/cancel", "{}");
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task An_own_id_creates_and_updates()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        await driver.ExpectAsync(201, HttpMethod.Put, "payout-requests/mine", Payout());
        await driver.ExpectAsync(200, HttpMethod.Put, "payout-requests/mine", Payout());
        var changed = await driver.ExpectAsync(
            200,
            HttpMethod.Put,
            "payout-requests/mine",
            Payout("\"amount\":7,\"description\":\"less\"")
        );

        Assert.Equal((7m, "less"), (changed["amount"]!.GetValue<decimal>(), Text(changed, "description")));
        Assert.Equal(["mine"], IdsOf(await driver.GetAsync("payout-requests")));
    }

    [Fact]
    public async Task Credits_use_it_up()
    {
        await using var driver = await StartAsync();
        var card = await driver.CardAsync();
        await driver.ExpectAsync(201, HttpMethod.Put, "payout-requests/mine", Payout());

        await CreditAsync(driver, 201, 5m);
        var part = await driver.GetAsync("payout-requests/mine");
        Assert.Equal(["payoutRequestId"], FieldsOf(await CreditAsync(driver, 422, 8m)));
        var last = await CreditAsync(driver, 201, 7.50m);
        var whole = await driver.GetAsync("payout-requests/mine");
        var methods = await driver.GetAsync("payout-requests/mine/payment-instruments");

        Assert.Equal(("in-progress", 7.5m), StatusOf(part));
        Assert.Equal(("fulfilled", 0m), StatusOf(whole));
        Assert.Equal("mine", Text(last, "payoutRequestId"));
        Assert.Equal(2, whole["allocations"]!.AsArray().Count);
        var row = Assert.Single(methods.AsArray())!;
        Assert.Equal(card, Text(row, "paymentInstrumentId"));
        Assert.Equal(-12.5m, row["exposureAmount"]!.GetValue<decimal>());
        Assert.Equal(12.5m, row["previousAllocatedAmount"]!.GetValue<decimal>());
        Assert.Equal(2, driver.Sandbox.Ledger.Movements.Count);
        await driver.ExpectAsync(409, HttpMethod.Post, "payout-requests/mine/cancel", "{}");
    }

    [Fact]
    public async Task A_declined_credit_uses_nothing_up()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.ExpectAsync(201, HttpMethod.Put, "payout-requests/mine", Payout());

        await CreditAsync(driver, 201, 12.50m, ",\"description\":\"[sandbox code=51]\"");

        Assert.Equal(("pending", 12.5m), StatusOf(await driver.GetAsync("payout-requests/mine")));
    }

    [Fact]
    public async Task The_earlier_form_has_its_own_statuses_and_not_the_later_members()
    {
        await using var driver = await StartAsync(Earlier);
        var card = await driver.CardAsync();

        var created = await driver.ExpectAsync(
            201,
            HttpMethod.Put,
            "payout-requests/mine",
            Payout($"\"paymentInstrumentId\":\"{card}\"")
        );
        await CreditAsync(driver, 201, 5m);

        Assert.Equal("instrument-selected", Text(created, "status"));
        Assert.False(created.AsObject().ContainsKey("blocked"));
        Assert.Equal("partially-fulfilled", StatusOf(await driver.GetAsync("payout-requests/mine")).Status);
    }

    [Theory]
    [InlineData(
        """{"websiteId":null,"customerId":null,"currency":null,"amount":null}""",
        "websiteId",
        "customerId",
        "currency",
        "amount"
    )]
    [InlineData("""{"websiteId":"web_none"}""", "websiteId")]
    [InlineData("""{"customerId":"cus_none"}""", "customerId")]
    [InlineData("""{"amount":0}""", "amount")]
    [InlineData("""{"amount":1.001}""", "amount")]
    [InlineData("""{"currency":"usd"}""", "currency")]
    [InlineData("""{"paymentInstrumentId":"inst_none"}""", "paymentInstrumentId")]
    [InlineData("""{"selectedPaymentInstrumentRedirectUrl":"none"}""", "selectedPaymentInstrumentRedirectUrl")]
    public async Task A_malformed_request_is_refused(string members, params string[] fields)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var refused = await driver.ExpectAsync(422, HttpMethod.Post, "payout-requests", Payout(members[1..^1]));

        Assert.Equal(fields, FieldsOf(refused));
    }

    [Fact]
    public async Task A_credit_for_a_request_that_is_not_there_canceled_or_anothers_is_refused()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.CardAsync("cus_2");
        await driver.ExpectAsync(201, HttpMethod.Put, "payout-requests/other", Payout("\"customerId\":\"cus_2\""));
        await driver.ExpectAsync(201, HttpMethod.Put, "payout-requests/gone", Payout());
        await driver.ExpectAsync(200, HttpMethod.Post, "payout-requests/gone/cancel", "{}");

        foreach (var id in new[] { "none", "other", "gone" })
        {
            Assert.Equal(["payoutRequestId"], FieldsOf(await CreditAsync(driver, 422, 1m, id: id)));
        }

        Assert.Empty(driver.Sandbox.Ledger.Movements);
        await driver.ExpectAsync(404, HttpMethod.Get, "payout-requests/none");
        await driver.ExpectAsync(404, HttpMethod.Post, "payout-requests/none/cancel", "{}");
        await driver.ExpectAsync(404, HttpMethod.Get, "payout-requests/none/payment-instruments");
    }

    private static (string? Status, decimal Available) StatusOf(JsonNode payout) =>
        (Text(payout, "status"), payout["availableAmount"]!.GetValue<decimal>());

    private static Task<JsonNode> CreditAsync(
        RebillyDriver driver,
        int status,
        decimal amount,
        string more = "",
        string id = "mine"
    ) =>
        driver.ExpectAsync(
            status,
            HttpMethod.Post,
            "payouts",
            Body(FormattableString.Invariant($"\"type\":null,\"amount\":{amount},\"payoutRequestId\":\"{id}\"{more}"))
        );

    private static string Payout(string members = "")
    {
        var body = JsonNode.Parse(Body(members))!.AsObject();
        body.Remove("type");
        return body.ToJsonString();
    }
}

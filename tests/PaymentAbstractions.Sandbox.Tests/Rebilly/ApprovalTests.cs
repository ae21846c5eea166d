using System.Net;
using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class ApprovalTests
{
    private const string Choice = "\"paymentInstruction\":{\"methods\":[\"payment-card\",\"paypal\"]}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"methods\":[\"payment-card\",\"paypal\"]}", "waiting-approval")]
    [InlineData("{}", "waiting-approval")]
    [InlineData("{\"methods\":[\"cash\"],\"receivedBy\":\"till 3\"}", "waiting-gateway")]
    [InlineData("{\"methods\":[\"check\"],\"reference\":\"4711\"}", "waiting-gateway")]
    public async Task Without_an_instrument_an_action_is_required(string instruction, string status)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var sale = await driver.PayAsync($"\"paymentInstruction\":{instruction}");

        Assert.Equal((status, "unknown"), (Text(sale, "status"), Text(sale, "result")));
        Assert.Equal(status == "waiting-approval", ApprovalUrl(sale) is not null);
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Theory]
    [InlineData("approve", "approved", 1)]
    [InlineData("cancel", "canceled", 0)]
    public async Task The_customer_decides_and_returns_to_the_shop(string decision, string result, int charges)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync(Choice + ",\"redirectUrl\":\"https://shop.example/back?t={id}&r={result}\"");
        using var client = NewClient();

        var page = await client.GetStringAsync(ApprovalUrl(sale), Token);
        using var answer = await DecideAsync(client, sale, decision);
        using var again = await DecideAsync(client, sale, "approve");

        Assert.Contains("value=\"approve\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"cancel\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"https://shop.example/back?t={Text(sale, "id")}&r={result}", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(result, Text(await driver.GetAsync($"transactions/{Text(sale, "id")}"), "result"));
        Assert.Equal(charges, driver.Sandbox.Ledger.CountCharges("cus_1"));
    }

    [Fact]
    public async Task A_test_card_asks_for_approval_and_is_charged_after_it()
    {
        await using var driver = await StartAsync();
        var token = await driver.ExpectAsync(
            201,
            HttpMethod.Post,
            "tokens",
            """{"method":"payment-card","paymentInstrument":{"pan":"4000000000003030","expMonth":12,"expYear":2030,"cvv":"123"}}"""
        );
        var sale = await driver.PayAsync(
            $"\"paymentInstruction\":{{\"token\":\"{Text(token, "id")}\"}},\"upsertCustomer\":true"
        );
        var before = driver.Sandbox.Ledger.CountCharges("cus_1");
        using var client = NewClient();

        using var answer = await DecideAsync(client, sale, "approve");

        Assert.Equal(("waiting-approval", "unknown"), (Text(sale, "status"), Text(sale, "result")));
        Assert.Equal((0, 1), (before, driver.Sandbox.Ledger.CountCharges("cus_1")));
    }

    [Fact]
    public async Task Without_a_redirect_the_page_shows_the_outcome()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync(Choice);
        using var client = NewClient();

        using var answer = await DecideAsync(client, sale, "approve");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("approved", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Contains("approved", await client.GetStringAsync(ApprovalUrl(sale), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_refuses_what_it_does_not_know()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync(Choice);
        using var client = NewClient();

        using var other = await DecideAsync(client, sale, "maybe");
        using var missing = await client.GetAsync(ApprovalUrl(sale) + "9", Token);
        using var method = await client.DeleteAsync(ApprovalUrl(sale), Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, method.StatusCode);
    }

    [Fact]
    public async Task A_wait_is_abandoned_after_an_hour()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var sale = await driver.PayAsync(Choice);
        driver.Sandbox.Clock.Advance(TimeSpan.FromSeconds(3599));
        var before = await driver.GetAsync($"transactions/{Text(sale, "id")}");

        driver.Sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await driver.GetAsync($"transactions/{Text(sale, "id")}");

        Assert.Equal("unknown", Text(before, "result"));
        Assert.Equal(("completed", "abandoned"), (Text(after, "status"), Text(after, "result")));
        Assert.Null(ApprovalUrl(after));
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    private static HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static async Task<HttpResponseMessage> DecideAsync(HttpClient client, JsonNode sale, string decision)
    {
        using var form = new FormUrlEncodedContent([new("decision", decision)]);
        return await client.PostAsync(ApprovalUrl(sale), form, Token);
    }

    private static string? ApprovalUrl(JsonNode sale) =>
        sale["_links"]!
            .AsArray()
            .Where(link => Text(link!, "rel") == "approvalUrl")
            .Select(link => Text(link!, "href"))
            .SingleOrDefault();
}

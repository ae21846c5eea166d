using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly.Webhooks;

public sealed class WebhookPayloadTests
{
    [Fact]
    public async Task The_default_payload_has_the_transaction_as_the_api_shows_it()
    {
        await using var driver = await WebhookDriver.StartAsync();

        var id = await driver.SaleAsync();

        var webhook = Assert.Single(await driver.DeliveredAsync());
        var shown = await driver.Api.GetAsync($"transactions/{id}");
        var expected = new JsonObject
        {
            ["transactionId"] = id,
            ["eventType"] = "transaction-processed",
            ["_embedded"] = new JsonObject { ["transaction"] = shown.DeepClone() },
            ["_links"] = new JsonArray(
                new JsonObject
                {
                    ["rel"] = "transaction",
                    ["href"] = $"{driver.Sandbox.BaseAddress}organizations/org_sandbox/transactions/{id}",
                }
            ),
        };
        Assert.Equal(expected.ToJsonString(), webhook.Json.ToJsonString());
        Assert.Equal(("POST", "/hook"), (webhook.Method, webhook.Path));
        Assert.Equal("application/json", webhook.Headers["Content-Type"]);
        Assert.DoesNotContain("Authorization", webhook.Headers.Keys);
        Assert.Equal(
            new RebillySandboxDelivery
            {
                TransactionId = id,
                EventType = "transaction-processed",
                Revision = shown["revision"]!.GetValue<int>(),
                Status = 204,
                Address = driver.Receiver.Address,
                Attempt = 1,
            },
            Assert.Single(driver.Webhooks.Deliveries)
        );
    }

    [Fact]
    public async Task A_payload_shows_the_time_of_its_event()
    {
        await using var driver = await WebhookDriver.StartAsync();
        driver.Webhooks.Hold();
        var sale = await driver.PayAsync("");
        await driver.Api.RefundAsync(sale, 12.50m);

        driver.Webhooks.Release();

        var received = await driver.DeliveredAsync();
        var shown = received.Select(one => one.Json["_embedded"]!["transaction"]!).ToList();
        Assert.Equal(["completed", "voided"], shown.Select(one => Text(one, "status")));
        Assert.True(shown[0]["revision"]!.GetValue<int>() < shown[1]["revision"]!.GetValue<int>());
        Assert.Equal(
            shown.Select(one => one["revision"]!.GetValue<int>()),
            driver.Webhooks.Deliveries.Select(one => one.Revision)
        );
    }

    [Fact]
    public async Task A_template_replaces_the_payload()
    {
        await using var driver = await WebhookDriver.StartAsync(webhook =>
            webhook with
            {
                Body = "<e id='{{transactionId}}' r='{{revision}}'>{{eventType}} {{eventType}} {{other}}</e>",
                ContentType = "text/xml; charset=utf-8",
            }
        );

        var id = await driver.SaleAsync();

        var webhook = Assert.Single(await driver.DeliveredAsync());
        Assert.Equal($"<e id='{id}' r='1'>transaction-processed transaction-processed {{{{other}}}}</e>", webhook.Body);
        Assert.Equal("text/xml; charset=utf-8", webhook.Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task The_method_and_the_headers_can_be_chosen(string method)
    {
        await using var driver = await WebhookDriver.StartAsync(webhook =>
            webhook with
            {
                Method = method,
                Headers = new Dictionary<string, string> { ["X-Secret"] = "s3cret", ["Content-Language"] = "en" },
            }
        );

        var id = await driver.SaleAsync();

        var webhook = Assert.Single(await driver.DeliveredAsync());
        Assert.Equal(method, webhook.Method);
        Assert.Equal(id, Text(webhook.Json, "transactionId"));
        Assert.Equal(("s3cret", "en"), (webhook.Headers["X-Secret"], webhook.Headers["Content-Language"]));
    }

    [Fact]
    public async Task A_webhook_has_its_events()
    {
        await using var driver = await WebhookDriver.StartAsync(webhook =>
            webhook with
            {
                Events = new HashSet<string> { "transaction-declined", "transaction-voided" },
            }
        );

        await driver.SaleAsync();
        await driver.SaleAsync("code=51");

        Assert.Equal(["transaction-declined"], await driver.EventsAsync());
        Assert.Single(driver.Webhooks.Deliveries);
    }

    [Fact]
    public async Task A_webhook_has_its_organization()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var driver = await StartAsync(
            new RebillySandboxOptions
            {
                Accounts =
                {
                    new()
                    {
                        OrganizationId = "org_2",
                        ApiKey = "sk_2",
                        WebsiteId = "web_2",
                    },
                },
                Webhooks =
                {
                    new() { Address = new(receiver.Address, "/two"), OrganizationId = "org_2" },
                    new() { Address = new(receiver.Address, "/all") },
                },
            }
        );
        await driver.CardAsync();

        await driver.PayAsync("");
        using var second = await driver.SendAsync(
            HttpMethod.Post,
            "transactions",
            Body("\"websiteId\":\"web_2\",\"upsertCustomer\":true,\"paymentInstruction\":{\"methods\":[\"cash\"]}"),
            "sk_2",
            "org_2"
        );
        var id = Text(
            JsonNode.Parse(await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!,
            "id"
        )!;
        driver.Sandbox.ApproveWaiting(id);

        await driver.Sandbox.Webhooks.WhenDeliveredAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["/all", "/all", "/two"], receiver.Received.Select(one => one.Path).Order(StringComparer.Ordinal));
        var two = Assert.Single(receiver.Received, one => one.Path == "/two");
        Assert.Equal(id, Text(two.Json, "transactionId"));
    }
}

using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly.Webhooks;

public sealed class PayoutEventTests
{
    [Fact]
    public async Task Each_change_raises_its_event_with_the_request_as_it_is()
    {
        await using var driver = await WebhookDriver.StartAsync();
        string[] expected =
        [
            "payout-request-created",
            "payout-request-modified",
            "transaction-processed",
            "payout-request-fulfilled",
            "payout-request-created",
            "payout-request-canceled",
        ];

        await SaveAsync(driver, 201, "paid", 5m);
        await SaveAsync(driver, 200, "paid", 5m);
        await SaveAsync(driver, 200, "paid", 6m);
        await driver.Api.ExpectAsync(
            201,
            HttpMethod.Post,
            "payouts",
            Body("\"type\":null,\"amount\":6,\"payoutRequestId\":\"paid\"")
        );
        await SaveAsync(driver, 201, "gone", 5m);
        await driver.Api.ExpectAsync(200, HttpMethod.Post, "payout-requests/gone/cancel", "{}");

        var webhooks = await driver.DeliveredAsync();
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            webhooks.Select(webhook => Text(webhook.Json, "eventType")!).Order(StringComparer.Ordinal)
        );
        var canceled = webhooks.Single(webhook => Text(webhook.Json, "eventType") == "payout-request-canceled").Json;
        Assert.Equal("gone", Text(canceled, "payoutRequestId"));
        Assert.Equal(
            (await driver.Api.GetAsync("payout-requests/gone")).ToJsonString(),
            canceled["_embedded"]!["payoutRequest"]!.ToJsonString()
        );
    }

    private static Task<JsonNode> SaveAsync(WebhookDriver driver, int status, string id, decimal amount) =>
        driver.Api.ExpectAsync(
            status,
            HttpMethod.Put,
            $"payout-requests/{id}",
            FormattableString.Invariant(
                $$"""{"websiteId":"web_sandbox","customerId":"cus_1","currency":"USD","amount":{{amount}}}"""
            )
        );
}

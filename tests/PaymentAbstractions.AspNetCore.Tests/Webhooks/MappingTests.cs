using System.Net;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>Wrong settings are reported at the start, and unmapped addresses are not found.</summary>
public sealed class MappingTests
{
    private static readonly string[] Webhooks = ["Authentication", "UserName", "Password"];

    [Fact]
    public async Task The_start_fails_without_a_way_to_authenticate_the_provider()
    {
        var exception = await Assert.ThrowsAsync<PaymentConfigurationException>(() =>
            WebhookShop.StartAsync(
                settings: [.. Webhooks.Select(key => ($"Gateways:rebilly:Webhooks:{key}", (string?)null))]
            )
        );

        var problem = Assert.Single(exception.Problems);
        Assert.StartsWith("Payments:Gateways:rebilly:Webhooks: is missing", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_webhooks_no_authentication_is_required()
    {
        await using var shop = await WebhookShop.StartAsync(
            map => map.Hints(),
            settings: [.. Webhooks.Select(key => ($"Gateways:rebilly:Webhooks:{key}", (string?)null))]
        );

        Assert.Equal(HttpStatusCode.NotFound, (await shop.PostAsync("txn_1")).StatusCode);
    }

    [Fact]
    public async Task A_gateway_whose_webhooks_are_off_takes_none()
    {
        await using var shop = await WebhookShop.StartAsync(
            settings:
            [
                .. Webhooks.Select(key => ($"Gateways:rebilly:Webhooks:{key}", (string?)null)),
                ("Gateways:rebilly:Webhooks:Enabled", "false"),
            ]
        );
        shop.Client.DefaultRequestHeaders.Authorization = WebhookShop.Basic("off", "off");

        Assert.Equal(HttpStatusCode.NotFound, (await shop.PostAsync("txn_1")).StatusCode);
    }

    [Theory]
    [InlineData("/hooks")]
    [InlineData("/hooks/{provider}")]
    public async Task A_pattern_names_the_gateway(string pattern)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            WebhookShop.StartAsync(map => map.Webhooks(pattern))
        );

        Assert.Contains("{gateway}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_limits_that_are_out_of_range_are_listed()
    {
        var exception = await Assert.ThrowsAsync<PaymentConfigurationException>(() =>
            WebhookShop.StartAsync(map =>
                map.Webhooks(configure: options =>
                    (options.MaxBodyBytes, options.BodyTimeout, options.Timeout) = (1, TimeSpan.Zero, TimeSpan.MaxValue)
                )
            )
        );

        Assert.Equal(
            ["MaxBodyBytes", "BodyTimeout", "Timeout"],
            exception.Problems.Select(problem => problem.Split(' ')[0].Split(':')[1])
        );
    }

    [Theory]
    [InlineData("payments/webhooks/nobody")]
    [InlineData("payments/webhooks/terminal")]
    [InlineData("payments/hints/terminal")]
    public async Task A_gateway_that_notifies_of_nothing_is_not_found(string path)
    {
        await using var shop = await WebhookShop.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await shop.PostBodyAsync("{\"transactionId\":\"1\"}", path)).StatusCode);
    }

    [Theory]
    [InlineData("REBILLY")]
    [InlineData("old_name")]
    public async Task A_gateway_is_found_by_any_of_its_names(string name)
    {
        await using var shop = await WebhookShop.StartAsync(settings: ("Gateways:rebilly:FormerNames:0", "old_name"));
        var sold = await shop.SellAsync();

        var answer = await shop.PostBodyAsync(
            $"{{\"transactionId\":\"{sold.Transaction!.TransactionId}\",\"eventType\":\"transaction-processed\"}}",
            $"payments/webhooks/{name}"
        );

        Assert.Equal((HttpStatusCode.NoContent, 1), (answer.StatusCode, shop.Reads));
        Assert.Single((await shop.EntryAsync(sold.IdempotencyKey)).Notifications);
    }
}

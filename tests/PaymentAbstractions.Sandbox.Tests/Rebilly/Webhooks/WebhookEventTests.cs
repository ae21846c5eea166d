using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly.Webhooks;

public sealed class WebhookEventTests
{
    private const string Completed = "offsite-payment-completed";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sale", "code=00", "transaction-processed")]
    [InlineData("authorize", "code=00", "transaction-processed")]
    [InlineData("setup", "code=00", "transaction-processed")]
    [InlineData("sale", "code=51", "transaction-declined")]
    [InlineData("sale", "result=canceled")]
    [InlineData("sale", "status=waiting-approval")]
    [InlineData("sale", "status=timeout")]
    public async Task A_result_that_is_known_at_once_is_raised(string type, string directive, params string[] events)
    {
        await using var driver = await WebhookDriver.StartAsync();

        var id = await driver.SaleAsync(directive, $",\"type\":\"{type}\",\"amount\":{(type == "setup" ? 0 : 10)}");

        Assert.Equal(events, await driver.EventsAsync());
        Assert.All(driver.Receiver.Received, one => Assert.Equal(id, Text(one.Json, "transactionId")));
    }

    [Theory]
    [InlineData("status=waiting-approval", true, Completed, "transaction-processed")]
    [InlineData("status=offsite", true, Completed, "transaction-processed")]
    [InlineData("status=offsite code=51", true, Completed, "transaction-declined")]
    [InlineData("status=offsite", false, Completed)]
    [InlineData("status=waiting-gateway", true, "waiting-gateway-transaction-completed")]
    [InlineData("status=pending code=51", true, "waiting-gateway-transaction-completed")]
    [InlineData("status=sending", false, "waiting-gateway-transaction-completed")]
    public async Task The_end_of_a_wait_is_raised(string directive, bool approves, params string[] events)
    {
        await using var driver = await WebhookDriver.StartAsync();
        var id = await driver.SaleAsync(directive);
        Assert.Empty(await driver.EventsAsync());

        if (approves)
        {
            driver.Sandbox.ApproveWaiting(id);
        }
        else
        {
            driver.Sandbox.CancelWaiting(id);
        }

        Assert.Equal(events, await driver.EventsAsync());
        Assert.All(
            driver.Receiver.Received,
            one => Assert.NotEqual("unknown", Text(one.Json["_embedded"]!["transaction"]!, "result"))
        );
    }

    [Fact]
    public async Task An_abandoned_approval_is_the_end_of_its_wait()
    {
        await using var driver = await WebhookDriver.StartAsync();
        var id = await driver.SaleAsync("status=waiting-approval");

        driver.Sandbox.Clock.Advance(TimeSpan.FromHours(1));
        await driver.Api.GetAsync($"transactions/{id}");

        Assert.Equal([Completed], await driver.EventsAsync());
    }

    [Theory]
    [InlineData("timeout", "approved")]
    [InlineData("timeout code=51", "declined")]
    [InlineData("conn-error", "canceled")]
    [InlineData("never-sent", "canceled")]
    public async Task A_broken_exchange_that_is_resolved_is_raised(string status, string result)
    {
        await using var driver = await WebhookDriver.StartAsync();
        await driver.SaleAsync($"status={status}");

        driver.Sandbox.ResolveTimeouts();
        driver.Sandbox.ResolveTimeouts();

        Assert.Equal(["transaction-timeout-resolved"], await driver.EventsAsync());
        var payload = driver.Receiver.Received[0].Json;
        Assert.Equal(result, Text(payload["_embedded"]!["transaction"]!, "result"));
    }

    [Fact]
    public async Task An_update_ends_an_open_transaction_and_corrects_others_in_silence()
    {
        await using var driver = await WebhookDriver.StartAsync();
        var id = await driver.SaleAsync("status=conn-error");

        await driver.Api.ExpectAsync(200, HttpMethod.Post, $"transactions/{id}/update", """{"result":"approved"}""");
        await driver.Api.ExpectAsync(200, HttpMethod.Post, $"transactions/{id}/update", """{"result":"declined"}""");

        Assert.Equal(["transaction-timeout-resolved"], await driver.EventsAsync());
    }

    [Fact]
    public async Task Refunds_are_raised_for_the_original_with_the_refund_beside_it()
    {
        await using var driver = await WebhookDriver.StartAsync(webhook => webhook with { Events = Undoing });
        var sale = await driver.PayAsync("");
        driver.Sandbox.SettleAll();

        var part = await driver.Api.RefundAsync(sale, 2.50m);
        var rest = await driver.Api.RefundAsync(sale, 10m);

        AssertUndone(await driver.OnlyAsync("transaction-partially-refunded"), sale, part, "partially-refunded");
        AssertUndone(await driver.OnlyAsync("transaction-refunded"), sale, rest, "refunded");
        Assert.Equal(2, driver.Receiver.Received.Count);
    }

    [Fact]
    public async Task A_void_is_raised_for_the_original_with_the_void_beside_it()
    {
        await using var driver = await WebhookDriver.StartAsync(webhook => webhook with { Events = Undoing });
        var sale = await driver.PayAsync("");

        var undone = await driver.Api.RefundAsync(sale, 12.50m);

        AssertUndone(await driver.OnlyAsync("transaction-voided"), sale, undone, "voided");
        Assert.Single(driver.Receiver.Received);
    }

    [Fact]
    public async Task A_refund_that_waited_is_raised_as_resolved_and_for_the_original()
    {
        await using var driver = await WebhookDriver.StartAsync();
        var sale = await driver.PayAsync("");
        driver.Sandbox.SettleAll();
        var refund = await driver.Api.RefundAsync(sale, 12.50m, ",\"description\":\"[sandbox status=timeout]\"");
        Assert.Equal(["transaction-processed"], await driver.EventsAsync());

        driver.Sandbox.ResolveTimeouts();

        AssertUndone(await driver.OnlyAsync("transaction-refunded"), sale, refund, "refunded");
        var resolved = await driver.OnlyAsync("transaction-timeout-resolved");
        Assert.Equal(Text(refund, "id"), Text(resolved, "transactionId"));
        Assert.Equal(3, driver.Receiver.Received.Count);
    }

    [Fact]
    public async Task A_declined_refund_is_raised_as_declined()
    {
        await using var driver = await WebhookDriver.StartAsync();
        var sale = await driver.PayAsync("");

        var refund = await driver.Api.RefundAsync(sale, 12.50m, ",\"description\":\"[sandbox code=05]\"");

        var declined = await driver.OnlyAsync("transaction-declined");
        Assert.Equal(Text(refund, "id"), Text(declined, "transactionId"));
        Assert.Equal(["transaction-declined", "transaction-processed"], driver.Receiver.EventTypes);
    }

    [Fact]
    public async Task The_customer_is_followed_offsite_and_back()
    {
        await using var driver = await WebhookDriver.StartAsync();
        var sale = await driver.PayAsync(
            "status=waiting-approval",
            ",\"redirectUrl\":\"https://shop.example/back?t={id}&r={result}\""
        );
        var id = Text(sale, "id")!;
        var page = new Uri(driver.Sandbox.BaseAddress, $"organizations/org_sandbox/approvals/{id}");
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Add("User-Agent", "browser-7");
        using var form = new FormUrlEncodedContent([new("decision", "approve")]);

        await browser.GetStringAsync(page, Token);
        var opened = await driver.OnlyAsync("customer-redirected-offsite");
        using var answer = await browser.PostAsync(page, form, Token);
        await browser.GetStringAsync(page, Token);
        var returned = await driver.OnlyAsync("customer-returned");

        AssertCustomer(opened, id, page.ToString(), "unknown");
        AssertCustomer(returned, id, $"https://shop.example/back?t={id}&r=approved", "approved");
        Assert.Equal(
            ["customer-redirected-offsite", "customer-returned", Completed, "transaction-processed"],
            driver.Receiver.EventTypes
        );
    }

    [Fact]
    public async Task Any_other_event_is_raised_by_hand()
    {
        await using var driver = await WebhookDriver.StartAsync();
        var id = await driver.SaleAsync();

        driver.Webhooks.Send(id, "transaction-discrepancy-found");
        var unknown = Assert.Throws<InvalidOperationException>(() => driver.Webhooks.Send("txn_none", "any"));

        var payload = await driver.OnlyAsync("transaction-discrepancy-found");
        Assert.Equal(id, Text(payload["_embedded"]!["transaction"]!, "id"));
        Assert.Contains("txn_none", unknown.Message, StringComparison.Ordinal);
    }

    private static HashSet<string> Undoing =>
        ["transaction-refunded", "transaction-partially-refunded", "transaction-voided"];

    private static void AssertUndone(JsonNode payload, JsonNode original, JsonNode child, string status)
    {
        var embedded = payload["_embedded"]!;
        Assert.Equal(Text(original, "id"), Text(payload, "transactionId"));
        Assert.Equal((Text(original, "id"), status), (Text(embedded["transaction"]!, "id"), Status(embedded)));
        Assert.Equal(Text(child, "id"), Text(embedded["childTransaction"]!, "id"));
        Assert.Equal("approved", Text(embedded["childTransaction"]!, "result"));
    }

    private static string? Status(JsonNode embedded) => Text(embedded["transaction"]!, "status");

    private static void AssertCustomer(JsonNode payload, string id, string redirectUrl, string result)
    {
        Assert.Equal(id, Text(payload, "transactionId"));
        Assert.Equal(redirectUrl, Text(payload, "redirectUrl"));
        Assert.Equal("127.0.0.1", Text(payload, "ipAddress"));
        Assert.Equal("browser-7", Text(payload["httpHeaders"]!, "User-Agent"));
        Assert.Equal(result, Text(payload["_embedded"]!["transaction"]!, "result"));
    }
}

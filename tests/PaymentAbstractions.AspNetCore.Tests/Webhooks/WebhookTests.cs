using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>A transaction of a provider's notification is read again, recorded, and passed to the application.</summary>
public sealed class WebhookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payment_that_a_customer_approved_elsewhere_is_published()
    {
        await using var shop = await WebhookShop.StartAsync();
        shop.Subscribe();
        var waiting = await shop.SellAsync("[sandbox status=waiting-approval]");

        shop.Sandbox.ApproveWaiting(waiting.Transaction!.TransactionId);
        var heard = await shop.HearAsync(waiting.IdempotencyKey);

        Assert.Equal(PaymentOutcome.Pending, waiting.Outcome);
        Assert.True(heard.Result.IsApproved, $"{heard.Result}");
        await shop.Sandbox.Webhooks.WhenDeliveredAsync(Token);
        Assert.All(shop.Sandbox.Webhooks.Deliveries, delivery => Assert.Equal(204, delivery.Status));
        var noted = (await shop.EntryAsync(waiting.IdempotencyKey)).Notifications;
        Assert.Contains(noted, one => one.EventType == "offsite-payment-completed" && one.ProviderRevision is not null);
    }

    [Theory]
    [InlineData("timeout", PaymentOutcome.Approved)]
    [InlineData("conn-error", PaymentOutcome.Declined)]
    public async Task The_later_result_of_a_timeout_is_published(string status, PaymentOutcome outcome)
    {
        await using var shop = await WebhookShop.StartAsync();
        shop.Subscribe();
        var unknown = await shop.SellAsync($"[sandbox status={status}]");

        shop.Sandbox.ResolveTimeouts();
        await shop.Sandbox.Webhooks.WhenDeliveredAsync(Token);

        Assert.Equal(PaymentOutcome.Unknown, unknown.Outcome);
        Assert.Equal(outcome, (await shop.HearAsync(unknown.IdempotencyKey)).Result.Outcome);
    }

    [Fact]
    public async Task A_payment_whose_answer_was_lost_is_found_by_its_webhook()
    {
        await using var shop = await WebhookShop.StartAsync();
        shop.Sandbox.Faults.Enqueue(SandboxFault.ResetAfterProcessing);
        var lost = await shop.SellAsync();
        var id = Assert.Single(shop.Sandbox.Ledger.Movements).TransactionId;

        var answer = await shop.PostAsync(id, revision: 1);

        Assert.Equal((PaymentOutcome.Unknown, null), (lost.Outcome, lost.Transaction));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.True((await shop.HearAsync(lost.IdempotencyKey)).Result.IsApproved);
        Assert.Single(shop.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task A_refund_in_the_dashboard_is_published()
    {
        await using var shop = await WebhookShop.StartAsync();
        shop.Subscribe();
        var sold = await shop.SellAsync();
        shop.Sandbox.SettleAll();

        await RefundElsewhereAsync(shop, sold.Transaction!.TransactionId, 25);
        var heard = await shop.HearAsync(sold.IdempotencyKey);

        Assert.Equal(PaymentOutcome.Reversed, heard.Result.Outcome);
    }

    [Fact]
    public async Task A_webhook_that_overtakes_the_answer_waits_for_it()
    {
        await using var shop = await WebhookShop.StartAsync();
        shop.Sandbox.Faults.Enqueue(SandboxFault.DelayAfterProcessing(TimeSpan.FromSeconds(1)));
        var selling = shop.SellAsync();
        while (shop.Sandbox.Ledger.Movements.Count == 0)
        {
            await Task.Delay(10, Token);
        }

        var notified = shop.PostAsync(shop.Sandbox.Ledger.Movements[0].TransactionId, revision: 1);
        var first = await Task.WhenAny(selling, notified);
        var answer = await notified;
        var sold = await selling;

        Assert.Same(selling, first);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.True(sold.IsApproved, $"{sold}");
        // The transaction belonged to this payment all the time, as its notification shows.
        Assert.Single((await shop.EntryAsync(sold.IdempotencyKey)).Notifications);
    }

    [Fact]
    public async Task A_webhook_at_another_host_waits_for_the_answer_too()
    {
        var journal = Path.Combine(Directory.CreateTempSubdirectory("webhooks-").FullName, "payments.db");
        await using var shop = await WebhookShop.StartAsync(configure: payments => payments.UseSqliteJournal(journal));
        await using var other = await WebhookShop.StartAsync(
            configure: payments => payments.UseSqliteJournal(journal),
            settings: ("Gateways:rebilly:BaseUrl", shop.Sandbox.BaseAddress.ToString())
        );
        shop.Sandbox.Faults.Enqueue(SandboxFault.DelayAfterProcessing(TimeSpan.FromSeconds(1)));
        var selling = shop.SellAsync();
        while (shop.Sandbox.Ledger.Movements.Count == 0)
        {
            await Task.Delay(10, Token);
        }

        var answer = await other.PostAsync(shop.Sandbox.Ledger.Movements[0].TransactionId, revision: 1);

        Assert.True(selling.IsCompleted);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Single((await other.EntryAsync((await selling).IdempotencyKey)).Notifications);
    }

    [Fact]
    public async Task Webhooks_in_the_wrong_order_are_ordered_by_reads()
    {
        await using var shop = await WebhookShop.StartAsync();
        shop.Subscribe();
        shop.Sandbox.Webhooks.Hold();
        var sold = await shop.SellAsync();
        shop.Sandbox.SettleAll();
        await RefundElsewhereAsync(shop, sold.Transaction!.TransactionId, 10);
        await RefundElsewhereAsync(shop, sold.Transaction.TransactionId, 15);

        shop.Sandbox.Webhooks.Release(reversed: true);
        await shop.Sandbox.Webhooks.WhenDeliveredAsync(Token);

        var again = await shop.Gateway.SaleAsync(
            shop.NewSale() with
            {
                IdempotencyKey = sold.IdempotencyKey,
                OrderReference = new OrderReference("order-1"),
                Customer = new Customer { Id = "cus_1", CreateOrUpdate = true },
            },
            Token
        );
        Assert.Equal(PaymentOutcome.Reversed, again.Outcome);
        Assert.True(shop.Sandbox.Webhooks.Deliveries.Count >= 3);
        Assert.All(shop.Sandbox.Webhooks.Deliveries, delivery => Assert.Equal(204, delivery.Status));
    }

    [Fact]
    public async Task A_repeat_is_recognized_by_transaction_event_and_revision()
    {
        await using var shop = await WebhookShop.StartAsync();
        var sold = await shop.SellAsync();
        var id = sold.Transaction!.TransactionId;

        var statuses = new List<HttpStatusCode>();
        foreach (var (word, revision) in new[] { ("transaction-processed", 1), ("risk-score-changed", 1) })
        {
            for (var time = 0; time < 3; time++)
            {
                statuses.Add((await shop.PostAsync(id, word, revision)).StatusCode);
            }
        }

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.NoContent, status));
        Assert.Equal(2, shop.Reads);
        Assert.Equal(2, (await shop.EntryAsync(sold.IdempotencyKey)).Notifications.Count);
    }

    [Fact]
    public async Task A_change_that_the_provider_does_not_show_yet_must_be_sent_again()
    {
        await using var shop = await WebhookShop.StartAsync();
        var sold = await shop.SellAsync();

        var answer = await shop.PostAsync(sold.Transaction!.TransactionId, revision: 1_000);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Empty((await shop.EntryAsync(sold.IdempotencyKey)).Notifications);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_read_is_asked_to_send_it_again()
    {
        await using var shop = await WebhookShop.StartAsync();
        var sold = await shop.SellAsync();
        shop.Sandbox.Faults.Enqueue(SandboxFault.ServerProblem500, static request => request.Method == "GET");
        var id = sold.Transaction!.TransactionId;

        var failed = await shop.PostAsync(id, revision: 1);
        var again = await shop.PostAsync(id, revision: 1);

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent),
            (failed.StatusCode, again.StatusCode)
        );
    }

    [Theory]
    [InlineData("payout-request-created", "{\"payoutRequestId\":\"pr_1\",\"eventType\":\"payout-request-created\"}")]
    [InlineData(
        "dispute-created",
        "{\"disputeId\":\"dis_1\",\"transactionId\":null,\"eventType\":\"dispute-created\"}"
    )]
    public async Task A_webhook_without_a_transaction_is_accepted_and_causes_no_read(string word, string body)
    {
        await using var shop = await WebhookShop.StartAsync();

        var answer = await shop.PostBodyAsync(body);

        Assert.Contains(word, body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NoContent, 0), (answer.StatusCode, shop.Sandbox.Traffic.Requests.Count));
    }

    private static async Task RefundElsewhereAsync(WebhookShop shop, string id, decimal amount)
    {
        using var dashboard = new HttpClient { BaseAddress = shop.Sandbox.BaseAddress };
        dashboard.DefaultRequestHeaders.Add("REB-APIKEY", WebhookShop.ApiKey);
        using var body = new StringContent($"{{\"amount\":{amount}}}", mediaType: new("application/json"));
        var answer = await dashboard.PostAsync($"organizations/org_sandbox/transactions/{id}/refund", body, Token);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }
}

using System.Net;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>Any client can post to a payment's own address; this causes few reads, and no reads of closed payments.</summary>
public sealed class HintTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_provider_hints_that_a_waiting_payment_is_over()
    {
        await using var shop = await WebhookShop.StartAsync();
        var address = new Uri(shop.Client.BaseAddress!, "payments/hints/rebilly?transactionId={id}&result={result}");
        var waiting = await shop.Gateway.SaleAsync(
            shop.NewSale("[sandbox status=waiting-approval]") with
            {
                NotificationUrl = new Uri(address.OriginalString),
            },
            Token
        );

        shop.Sandbox.ApproveWaiting(waiting.Transaction!.TransactionId);
        var heard = await shop.HearAsync(waiting.IdempotencyKey);

        Assert.True(heard.Result.IsApproved, $"{heard.Result}");
        await shop.Sandbox.Webhooks.WhenDeliveredAsync(Token);
        Assert.Equal(204, Assert.Single(shop.Sandbox.Webhooks.Deliveries).Status);
        Assert.Empty((await shop.EntryAsync(waiting.IdempotencyKey)).Notifications);
    }

    [Fact]
    public async Task A_payment_that_is_closed_is_not_read()
    {
        await using var shop = await WebhookShop.StartAsync();
        var sold = await shop.SellAsync();

        var answer = await HintAsync(shop, sold.Transaction!.TransactionId);
        var foreign = await HintAsync(shop, "txn_of_somebody_else");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (answer.StatusCode, foreign.StatusCode));
        Assert.Equal(0, shop.Reads);
    }

    [Fact]
    public async Task Only_a_few_are_read_in_a_minute()
    {
        await using var shop = await WebhookShop.StartAsync(settings: ("Recovery:MaxChecksPerMinute", "2"));
        var waiting = await shop.SellAsync("[sandbox status=waiting-approval]");
        var asked = shop.Sandbox.Traffic.Requests.Count;

        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < 20; time++)
        {
            statuses.Add((await HintAsync(shop, waiting.Transaction!.TransactionId)).StatusCode);
        }

        Assert.Equal(2, statuses.Count(status => status == HttpStatusCode.NoContent));
        Assert.Equal(18, statuses.Count(status => status == HttpStatusCode.ServiceUnavailable));
        // A waiting payment is looked up by its key, and by its id when no list shows it.
        Assert.InRange(shop.Sandbox.Traffic.Requests.Count - asked, 2, 4);
        Assert.Equal(JournalEntryState.Pending, (await shop.EntryAsync(waiting.IdempotencyKey)).State);
    }

    private static async Task<HttpResponseMessage> HintAsync(WebhookShop shop, string id)
    {
        using var stranger = new HttpClient { BaseAddress = shop.Client.BaseAddress };
        return await stranger.PostAsync(
            $"payments/hints/rebilly?transactionId={id}&result=approved",
            content: null,
            Token
        );
    }
}

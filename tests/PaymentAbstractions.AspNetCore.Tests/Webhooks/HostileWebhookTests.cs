using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>Webhooks that are forged, oversized, slow, assembled from others, or thousands at once.</summary>
public sealed class HostileWebhookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"result\":\"approved\",\"status\":\"completed\",\"amount\":25")]
    [InlineData("\"result\":\"approved\",\"status\":\"refunded\",\"amount\":1000000")]
    [InlineData("\"result\":\"declined\",\"status\":\"completed\"")]
    public async Task Nothing_that_a_webhook_claims_is_believed(string claims)
    {
        await using var shop = await WebhookShop.StartAsync();
        var waiting = await shop.SellAsync("[sandbox status=waiting-approval]");
        var asked = shop.Sandbox.Traffic.Requests.Count;

        var answer = await shop.PostAsync(waiting.Transaction!.TransactionId, claims: claims);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.True(shop.Sandbox.Traffic.Requests.Count > asked);
        Assert.Equal(JournalEntryState.Pending, (await shop.EntryAsync(waiting.IdempotencyKey)).State);
        Assert.Empty(shop.Heard);
    }

    [Fact]
    public async Task An_unknown_transaction_is_accepted_and_leaves_no_trace()
    {
        await using var shop = await WebhookShop.StartAsync();
        var sold = await shop.SellAsync();
        var before = await shop.EntryAsync(sold.IdempotencyKey);

        var answer = await shop.PostAsync("txn_of_somebody_else");

        // No unresolved payment matches it, so it is not even read.
        Assert.Equal((HttpStatusCode.NoContent, 0), (answer.StatusCode, shop.Reads));
        Assert.Equal(before, await shop.EntryAsync(sold.IdempotencyKey));
    }

    [Fact]
    public async Task A_flood_of_unknown_transactions_is_read_a_few_times_a_minute()
    {
        await using var shop = await WebhookShop.StartAsync(settings: ("Recovery:MaxChecksPerMinute", "3"));
        shop.Sandbox.Faults.Enqueue(SandboxFault.ResetBeforeProcessing);
        var lost = await shop.SellAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(number => shop.PostAsync($"txn_foreign_{number}"))
        );

        Assert.Equal(PaymentOutcome.Unknown, lost.Outcome);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        Assert.InRange(shop.Reads, 1, 3);
        Assert.Equal(JournalEntryState.Unknown, (await shop.EntryAsync(lost.IdempotencyKey)).State);
    }

    [Fact]
    public async Task Thousands_at_once_are_read_once_each_and_their_repeats_hardly_more()
    {
        const int Sales = 150;
        await using var shop = await WebhookShop.StartAsync();
        var sold = await Task.WhenAll(Enumerable.Range(0, Sales).Select(_ => shop.SellAsync()));

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .SelectMany(_ => sold)
                .Select(sale => shop.PostAsync(sale.Transaction!.TransactionId, revision: 1))
        );

        Assert.Equal(20 * Sales, answers.Length);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        // Notifications that arrive while the transaction is read share the next read.
        Assert.InRange(shop.Reads, Sales, 3 * Sales);
        foreach (var sale in sold)
        {
            Assert.Single((await shop.EntryAsync(sale.IdempotencyKey)).Notifications);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_read(bool saysItsLength)
    {
        await using var shop = await WebhookShop.StartAsync(map =>
            map.Webhooks(configure: one => one.MaxBodyBytes = 2048)
        );
        using var body = new StringContent(new string('x', 200_000), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "payments/webhooks/rebilly") { Content = body };
        request.Headers.TransferEncodingChunked = !saysItsLength;

        var answer = await shop.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(shop.Sandbox.Traffic.Requests);
    }

    [Fact]
    public async Task A_body_that_is_too_slow_is_refused()
    {
        await using var shop = await WebhookShop.StartAsync(map =>
            map.Webhooks(configure: one => one.BodyTimeout = TimeSpan.FromSeconds(1))
        );
        var address = shop.Client.BaseAddress!;
        using var slow = new TcpClient();
        await slow.ConnectAsync(address.Host, address.Port, Token);
        await using var stream = slow.GetStream();
        var head =
            $"POST /payments/webhooks/rebilly HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: {shop.Client.DefaultRequestHeaders.Authorization}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Token);

        using var reader = new StreamReader(stream, Encoding.ASCII);
        var status = await reader.ReadLineAsync(Token);

        Assert.Equal("HTTP/1.1 408 Request Timeout", status);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"transactionId\":\"../customers/cus_1\"}")]
    [InlineData("{\"transactionId\":\"https://evil.example/\"}")]
    [InlineData("{\"transactionId\":\"a b\"}")]
    [InlineData("{\"transactionId\":{\"id\":\"txn_1\"}}")]
    public async Task A_webhook_without_a_usable_transaction_is_refused_and_causes_no_read(string body)
    {
        await using var shop = await WebhookShop.StartAsync();

        var answer = await shop.PostBodyAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, 0), (answer.StatusCode, shop.Sandbox.Traffic.Requests.Count));
    }

    [Fact]
    public async Task No_address_in_a_webhook_is_called()
    {
        await using var shop = await WebhookShop.StartAsync();
        var called = 0;
        var trapBuilder = WebApplication.CreateSlimBuilder();
        trapBuilder.Logging.ClearProviders();
        trapBuilder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var trap = trapBuilder.Build();
        trap.Run(context =>
        {
            Interlocked.Increment(ref called);
            return Task.CompletedTask;
        });
        await trap.StartAsync(Token);
        var evil = trap.Urls.Single();
        var sold = await shop.SellAsync();

        var answer = await shop.PostBodyAsync(
            $$"""
            {"transactionId":"{{sold.Transaction!.TransactionId}}","eventType":"customer-returned","redirectUrl":"{{evil}}",
             "_links":[{"rel":"transaction","href":"{{evil}}/t"},{"rel":"self","href":"{{evil}}/s"}],
             "_embedded":{"transaction":{"_links":[{"rel":"queryUrl","href":"{{evil}}/q"} ] } } }
            """
        );

        Assert.Equal((HttpStatusCode.NoContent, 0), (answer.StatusCode, called));
    }

    [Theory]
    [InlineData(
        "POST",
        "application/x-www-form-urlencoded",
        "txn={{transactionId}}&what={{eventType}}&rev={{revision}}"
    )]
    [InlineData(
        "PUT",
        "application/json",
        "{\"txn\":\"{{transactionId}}\",\"what\":\"{{eventType}}\",\"rev\":{{revision}}}"
    )]
    public async Task A_template_of_the_account_is_read_by_the_names_in_the_options(
        string method,
        string contentType,
        string template
    )
    {
        await using var shop = await WebhookShop.StartAsync(
            settings:
            [
                ("Gateways:rebilly:WebhookTransactionField", "txn"),
                ("Gateways:rebilly:WebhookEventField", "what"),
                ("Gateways:rebilly:WebhookRevisionField", "rev"),
            ]
        );
        shop.Subscribe(webhook => webhook with { Method = method, ContentType = contentType, Body = template });

        var sold = await shop.SellAsync();
        await shop.Sandbox.Webhooks.WhenDeliveredAsync(Token);

        Assert.All(shop.Sandbox.Webhooks.Deliveries, delivery => Assert.Equal(204, delivery.Status));
        var noted = Assert.Single((await shop.EntryAsync(sold.IdempotencyKey)).Notifications);
        Assert.Equal(("transaction-processed", true), (noted.EventType, noted.ProviderRevision is not null));
    }

    [Fact]
    public async Task A_webhook_by_GET_is_read_from_its_address()
    {
        await using var shop = await WebhookShop.StartAsync();
        var waiting = await shop.SellAsync("[sandbox status=waiting-approval]");
        var id = waiting.Transaction!.TransactionId;
        shop.Sandbox.ApproveWaiting(id);

        var answer = await shop.Client.GetAsync(
            $"payments/webhooks/rebilly?transactionId={id}&eventType=offsite-payment-completed",
            Token
        );

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.True((await shop.HearAsync(waiting.IdempotencyKey)).Result.IsApproved);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_notification_that_the_journal_cannot_record_must_be_sent_again(bool isWaiting)
    {
        FullJournal? journal = null;
        await using var shop = await WebhookShop.StartAsync(configure: payments =>
            payments.UseJournal((_, _) => Task.FromResult<IPaymentJournal>(journal = new FullJournal()))
        );
        var sold = await shop.SellAsync(isWaiting ? "[sandbox status=waiting-approval]" : null);
        var id = sold.Transaction!.TransactionId;
        if (isWaiting)
        {
            shop.Sandbox.ApproveWaiting(id);
        }

        journal!.IsFull = true;
        var failed = await shop.PostAsync(id, revision: 1);
        journal.IsFull = false;
        var again = await shop.PostAsync(id, revision: 1);

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent),
            (failed.StatusCode, again.StatusCode)
        );
        Assert.True((await shop.EntryAsync(sold.IdempotencyKey)).IsApproved);
    }

    [Fact]
    public async Task The_result_of_each_webhook_is_counted()
    {
        var counted = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "payments.notifications")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        await using var shop = await WebhookShop.StartAsync();
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) => counted.Enqueue(string.Join(' ', tags.ToArray().Select(tag => $"{tag.Value}")))
        );
        listener.Start();

        var sold = await shop.SellAsync();
        await shop.PostAsync(sold.Transaction!.TransactionId, revision: 1);
        await shop.PostAsync(sold.Transaction.TransactionId, revision: 1);
        await shop.PostAsync("txn_of_somebody_else");
        await shop.PostBodyAsync("{}");

        // Notifications of other tests may be counted too.
        Assert.All(
            ["Recorded", "Repeated", "UnknownTransaction", "Refused400"],
            status => Assert.Contains($"rebilly {status} False", counted)
        );
    }

    [Fact]
    public async Task Neither_bodies_nor_credentials_are_logged()
    {
        await using var shop = await WebhookShop.StartAsync();
        var sold = await shop.SellAsync();
        await shop.PostAsync(
            sold.Transaction!.TransactionId,
            claims: "\"pan\":\"4111111111111111\",\"note\":\"do-not-log-me\""
        );
        await shop.PostBodyAsync("{\"transactionId\":\"do not log me\",\"pan\":\"4111111111111111\"}");
        shop.Client.DefaultRequestHeaders.Authorization = WebhookShop.Basic("rebilly", "a-wrong-secret-that-is-long");
        await shop.PostAsync("txn_1");

        Assert.Contains(shop.Logs, line => line.Contains("refused with 401", StringComparison.Ordinal));
        string[] secrets = ["4111111111111111", "log-me", "log me", WebhookShop.Password, "a-wrong-secret", "Basic "];
        Assert.All(
            shop.Logs,
            line => Assert.All(secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal))
        );
    }
}

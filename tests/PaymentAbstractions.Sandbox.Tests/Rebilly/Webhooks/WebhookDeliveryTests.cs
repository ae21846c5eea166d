using System.Net;
using System.Net.Sockets;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly.Webhooks;

public sealed class WebhookDeliveryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_is_sent_until_it_is_taken()
    {
        await using var driver = await WebhookDriver.StartAsync();
        driver.Receiver.AnswerWith(500, 302, 201);

        await driver.SaleAsync();

        var received = await driver.DeliveredAsync();
        Assert.Equal([(1, 500), (2, 302), (3, 201)], Tries(driver));
        Assert.Equal(3, received.Count);
        Assert.Single(received.Select(one => one.Body).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_is_never_accepted_is_given_up()
    {
        await using var driver = await WebhookDriver.StartAsync();
        driver.Receiver.AnswerWith(503);

        await driver.SaleAsync();

        await driver.DeliveredAsync();
        Assert.Equal([(1, 503), (2, 503), (3, 503), (4, 503), (5, 503)], Tries(driver));
    }

    [Fact]
    public async Task An_address_that_cannot_be_reached_fails_nothing_else()
    {
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var driver = await WebhookDriver.StartAsync(webhook =>
            webhook with
            {
                Address = new($"http://{closed.LocalEndPoint}/"),
                Attempts = 2,
            }
        );

        await driver.SaleAsync();

        await driver.DeliveredAsync();
        Assert.Equal([(1, null), (2, null)], Tries(driver));
    }

    [Fact]
    public async Task A_webhook_comes_although_the_answer_is_lost()
    {
        await using var driver = await WebhookDriver.StartAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.ResetAfterProcessing);

        await Assert.ThrowsAsync<HttpRequestException>(() => driver.SaleAsync());

        Assert.Equal(["transaction-processed"], await driver.EventsAsync());
    }

    [Fact]
    public async Task A_receiver_can_read_the_transaction_before_it_answers()
    {
        await using var driver = await WebhookDriver.StartAsync();
        string? result = null;
        driver.Receiver.Answer = async context =>
        {
            var id = Text(driver.Receiver.Received[0].Json, "transactionId");
            result = Text(await driver.Api.GetAsync($"transactions/{id}"), "result");
            await WebhookReceiver.Status(context, 204);
        };

        await driver.SaleAsync();

        await driver.DeliveredAsync();
        Assert.Equal("approved", result);
    }

    [Fact]
    public async Task The_next_webhooks_can_be_lost()
    {
        await using var driver = await WebhookDriver.StartAsync();
        driver.Webhooks.Lose(2);

        string[] ids = [await driver.SaleAsync(), await driver.SaleAsync(), await driver.SaleAsync()];

        var received = Assert.Single(await driver.DeliveredAsync());
        Assert.Equal(ids[2], Text(received.Json, "transactionId"));
        Assert.Equal([(0, null), (0, null), (1, 204)], Tries(driver));
        Assert.Equal(ids, driver.Webhooks.Deliveries.Select(one => one.TransactionId));
    }

    [Fact]
    public async Task The_next_webhooks_can_be_repeated()
    {
        await using var driver = await WebhookDriver.StartAsync();
        driver.Receiver.AnswerWith(500, 204);
        driver.Webhooks.Repeat(1);

        await driver.SaleAsync();
        await driver.DeliveredAsync();
        await driver.SaleAsync();

        await driver.DeliveredAsync();
        Assert.Equal([(1, 500), (2, 204), (3, 204), (1, 204)], Tries(driver));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Webhooks_can_be_held_and_overtake_each_other(bool reversed)
    {
        await using var driver = await WebhookDriver.StartAsync();
        driver.Webhooks.Hold();
        List<string> ids = [];
        for (var count = 0; count < 12; count++)
        {
            ids.Add(await driver.SaleAsync());
        }

        var before = await driver.DeliveredAsync();
        driver.Webhooks.Release(reversed);
        var after = await driver.DeliveredAsync();
        ids.Add(await driver.SaleAsync());

        Assert.Empty(before);
        Assert.Equal(reversed ? ids[..12].AsEnumerable().Reverse() : ids[..12], after.Select(IdOf));
        Assert.Equal(ids[12], IdOf((await driver.DeliveredAsync())[^1]));
    }

    [Fact]
    public async Task Eight_webhooks_are_under_way_at_a_time()
    {
        await using var driver = await WebhookDriver.StartAsync();
        var eight = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        int now = 0,
            most = 0;
        driver.Receiver.Answer = async context =>
        {
            var count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            if (count == 8)
            {
                eight.TrySetResult();
            }

            await goOn.Task;
            Interlocked.Decrement(ref now);
            await WebhookReceiver.Status(context, 204);
        };
        var id = await driver.SaleAsync();
        for (var count = 0; count < 20; count++)
        {
            driver.Webhooks.Send(id, "risk-score-changed");
        }

        await eight.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
        // If there were a ninth delivery, it would arrive while these requests are answered.
        for (var count = 0; count < 20; count++)
        {
            await driver.Api.GetAsync($"transactions/{id}");
        }

        goOn.SetResult();

        Assert.Equal(21, (await driver.DeliveredAsync()).Count);
        Assert.Equal(8, most);
    }

    [Fact]
    public async Task A_receiver_can_be_added_while_the_sandbox_runs()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await driver.PayAsync("");

        driver.Sandbox.Webhooks.Add(new() { Address = receiver.Address });
        var sale = await driver.PayAsync("");

        await driver.Sandbox.Webhooks.WhenDeliveredAsync(Token);
        Assert.Equal(Text(sale, "id"), IdOf(Assert.Single(receiver.Received)));
    }

    [Fact]
    public async Task The_last_ten_thousand_tries_are_kept()
    {
        await using var driver = await WebhookDriver.StartAsync();
        var id = await driver.SaleAsync();
        await driver.DeliveredAsync();
        driver.Webhooks.Lose(10_000);

        for (var count = 0; count < 10_000; count++)
        {
            driver.Webhooks.Send(id, "risk-score-changed");
        }

        Assert.Equal(10_000, driver.Webhooks.Deliveries.Count);
        Assert.DoesNotContain(driver.Webhooks.Deliveries, one => one.EventType == "transaction-processed");
    }

    [Fact]
    public async Task Disposing_ends_a_delivery_that_hangs()
    {
        await using var driver = await WebhookDriver.StartAsync(webhook => webhook with { Attempts = 1 });
        var arrived = new TaskCompletionSource();
        driver.Receiver.Answer = context =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };
        await driver.SaleAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
        var delivered = driver.Webhooks.WhenDeliveredAsync(Token);
        Assert.False(delivered.IsCompleted);

        await driver.Sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System, Token);

        await delivered;
        Assert.Empty(driver.Webhooks.Deliveries);
    }

    [Fact]
    public async Task Disposing_ends_the_wait_for_the_next_try()
    {
        await using var driver = await WebhookDriver.StartAsync(webhook =>
            webhook with
            {
                Attempts = 2,
                RetryAfter = TimeSpan.FromSeconds(30),
            }
        );
        var arrived = new TaskCompletionSource();
        driver.Receiver.Answer = context =>
        {
            arrived.TrySetResult();
            return WebhookReceiver.Status(context, 500);
        };
        await driver.SaleAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
        var delivered = driver.Webhooks.WhenDeliveredAsync(Token);
        Assert.False(delivered.IsCompleted);

        await driver.Sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(8), TimeProvider.System, Token);

        await delivered;
        Assert.Single(driver.Receiver.Received);
    }

    [Fact]
    public async Task An_invalid_webhook_is_refused()
    {
        await using var driver = await StartAsync();
        var webhooks = driver.Sandbox.Webhooks;
        var good = new RebillySandboxWebhook { Address = new("https://shop.example/hook") };
        RebillySandboxWebhook[] bad =
        [
            good with
            {
                Address = new("/hook", UriKind.Relative),
            },
            good with
            {
                Address = new("ftp://shop.example/hook"),
            },
            good with
            {
                Method = "HEAD",
            },
            good with
            {
                Authentication = RebillySandboxWebhookAuthentication.Basic,
            },
            good with
            {
                ContentType = "json",
            },
            good with
            {
                Headers = new Dictionary<string, string> { ["X Y"] = "" },
            },
            good with
            {
                Headers = new Dictionary<string, string> { ["X-Y"] = "a\nb" },
            },
            good with
            {
                Attempts = 0,
            },
            good with
            {
                RetryAfter = TimeSpan.FromTicks(-1),
            },
        ];

        webhooks.Add(good);
        Assert.All(bad, webhook => Assert.Throws<ArgumentException>(() => webhooks.Add(webhook)));
        Assert.Throws<ArgumentException>(() => new RebillySandbox(new() { Webhooks = { bad[0] } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => webhooks.Lose(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => webhooks.Repeat(-1));
        Assert.Throws<ArgumentException>(() => webhooks.Send("txn", ""));
    }

    private static IEnumerable<(int, int?)> Tries(WebhookDriver driver) =>
        driver.Webhooks.Deliveries.Select(one => (one.Attempt, one.Status));

    private static string? IdOf(ReceivedWebhook webhook) => Text(webhook.Json, "transactionId");

    private static void InterlockedMax(ref int target, int value)
    {
        for (var old = target; old < value; old = target)
        {
            Interlocked.CompareExchange(ref target, value, old);
        }
    }
}

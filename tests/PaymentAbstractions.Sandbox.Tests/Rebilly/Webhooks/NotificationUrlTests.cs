using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly.Webhooks;

public sealed class NotificationUrlTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("status=timeout", "approved", true)]
    [InlineData("status=timeout code=51", "declined", true)]
    [InlineData("status=offsite", "approved", true)]
    [InlineData("status=waiting-approval", "approved", true)]
    [InlineData("status=waiting-gateway", "approved", false)]
    [InlineData("code=00", "approved", false)]
    public async Task It_is_called_when_a_time_out_or_an_offsite_wait_ends(string directive, string result, bool called)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var id = await PayAsync(driver, receiver, directive);
        await driver.Sandbox.Webhooks.WhenDeliveredAsync(Token);
        Assert.Empty(receiver.Received);

        End(driver, id, directive);

        await driver.Sandbox.Webhooks.WhenDeliveredAsync(Token);
        Assert.Equal(called ? [$"/paid/{id}?r={result}"] : [], receiver.Received.Select(one => one.Path));
        Assert.All(
            receiver.Received,
            one =>
            {
                Assert.Equal(("POST", ""), (one.Method, one.Body));
                Assert.DoesNotContain("Authorization", one.Headers.Keys);
            }
        );
        Assert.All(
            driver.Sandbox.Webhooks.Deliveries,
            one =>
                Assert.Equal(
                    (id, "notificationUrl", 204, 1),
                    (one.TransactionId, one.EventType, one.Status, one.Attempt)
                )
        );
        Assert.Equal(called ? 1 : 0, driver.Sandbox.Webhooks.Deliveries.Count);
    }

    [Fact]
    public async Task It_is_called_until_it_is_taken()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var driver = await StartAsync();
        await driver.CardAsync();
        receiver.AnswerWith(500, 200);
        var id = await PayAsync(driver, receiver, "status=timeout");

        driver.Sandbox.ResolveTimeouts();

        await driver.Sandbox.Webhooks.WhenDeliveredAsync(Token);
        Assert.Equal(
            [(id, 500), (id, 200)],
            driver.Sandbox.Webhooks.Deliveries.Select(one => (one.TransactionId, one.Status!.Value))
        );
    }

    [Fact]
    public async Task It_can_be_lost_as_a_webhook_can()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var driver = await StartAsync();
        await driver.CardAsync();
        await PayAsync(driver, receiver, "status=timeout");
        driver.Sandbox.Webhooks.Lose(1);

        driver.Sandbox.ResolveTimeouts();

        await driver.Sandbox.Webhooks.WhenDeliveredAsync(Token);
        Assert.Empty(receiver.Received);
        Assert.Equal(0, Assert.Single(driver.Sandbox.Webhooks.Deliveries).Attempt);
    }

    private static void End(RebillyDriver driver, string id, string directive)
    {
        driver.Sandbox.ResolveTimeouts();
        if (
            directive.Contains("status=", StringComparison.Ordinal)
            && !directive.Contains("timeout", StringComparison.Ordinal)
        )
        {
            driver.Sandbox.ApproveWaiting(id);
        }
    }

    private static async Task<string> PayAsync(RebillyDriver driver, WebhookReceiver receiver, string directive)
    {
        var url = new Uri(receiver.Address, "/paid/");
        return Text(
            await driver.PayAsync(
                $"\"description\":\"[sandbox {directive}]\",\"notificationUrl\":\"{url}{{id}}?r={{result}}\""
            ),
            "id"
        )!;
    }
}

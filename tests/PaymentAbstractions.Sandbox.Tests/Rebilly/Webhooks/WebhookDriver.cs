using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly.Webhooks;

/// <summary>A sandbox with a customer that has a card, and a receiver of its webhooks.</summary>
internal sealed class WebhookDriver : IAsyncDisposable
{
    private WebhookDriver(RebillyDriver api, WebhookReceiver receiver) => (Api, Receiver) = (api, receiver);

    public RebillyDriver Api { get; }

    public WebhookReceiver Receiver { get; }

    public RebillySandbox Sandbox => Api.Sandbox;

    public RebillySandboxWebhooks Webhooks => Api.Sandbox.Webhooks;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts both; failed deliveries are repeated immediately.</summary>
    public static async Task<WebhookDriver> StartAsync(Func<RebillySandboxWebhook, RebillySandboxWebhook>? with = null)
    {
        var receiver = await WebhookReceiver.StartAsync();
        var webhook = new RebillySandboxWebhook { Address = receiver.Address, RetryAfter = TimeSpan.Zero };
        var options = new RebillySandboxOptions { Webhooks = { with is null ? webhook : with(webhook) } };
        var driver = new WebhookDriver(await RebillyDriver.StartAsync(options), receiver);
        await driver.Api.CardAsync();
        return driver;
    }

    /// <summary>Posts a sale with a directive for the gateway and returns the sale's id.</summary>
    public async Task<string> SaleAsync(string directive = "", string more = "") =>
        Text(await PayAsync(directive, more), "id")!;

    public Task<JsonNode> PayAsync(string directive, string more = "") =>
        Api.PayAsync((directive.Length == 0 ? "" : $"\"description\":\"[sandbox {directive}]\"") + more);

    /// <summary>Waits for all deliveries and returns the received webhooks.</summary>
    public async Task<IReadOnlyList<ReceivedWebhook>> DeliveredAsync()
    {
        await Webhooks.WhenDeliveredAsync(Token);
        return Receiver.Received;
    }

    /// <summary>Waits for all deliveries and returns the event types, sorted.</summary>
    public async Task<string[]> EventsAsync()
    {
        await Webhooks.WhenDeliveredAsync(Token);
        return Receiver.EventTypes;
    }

    /// <summary>Waits for all deliveries and returns the only webhook of an event type.</summary>
    public async Task<JsonNode> OnlyAsync(string eventType) =>
        Assert.Single((await DeliveredAsync()).Select(one => one.Json), one => Text(one, "eventType") == eventType);

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}

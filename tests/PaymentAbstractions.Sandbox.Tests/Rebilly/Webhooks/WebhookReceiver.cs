using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly.Webhooks;

/// <summary>An HTTP server that records what it receives. It answers 204 unless a test sets another status.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<ReceivedWebhook> _received = [];

    private WebhookReceiver(WebApplication application) => _application = application;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<ReceivedWebhook> Received => [.. _received];

    /// <summary>The received event types, sorted because webhooks have no order.</summary>
    public string[] EventTypes =>
        [.. Received.Select(one => RebillyDriver.Text(one.Json, "eventType")!).Order(StringComparer.Ordinal)];

    public Func<HttpContext, Task> Answer { get; set; } = static context => Status(context, 204);

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new WebhookReceiver(builder.Build());
        receiver._application.Run(receiver.ReceiveAsync);
        await receiver._application.StartAsync(TestContext.Current.CancellationToken);
        receiver.Address = new Uri(new Uri(receiver._application.Urls.Single()), "hook");
        return receiver;
    }

    public static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Answers with one status after another, and then with the last one.</summary>
    public void AnswerWith(params int[] statuses)
    {
        var next = -1;
        Answer = context => Status(context, statuses[Math.Min(Interlocked.Increment(ref next), statuses.Length - 1)]);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        var path = context.Request.Path.Value + context.Request.QueryString.Value;
        _received.Enqueue(new(context.Request.Method, path, headers, body));
        await Answer(context);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

/// <summary>Receives a provider's post: authenticates it unless it is a hint, limits it, and passes it on.</summary>
internal sealed class WebhookEndpoint(
    GatewayDirectory gateways,
    IPaymentNotifications notifications,
    PaymentsLog log,
    TimeProvider time,
    PaymentEndpointOptions options,
    bool isHint
)
{
    /// <summary>The route parameter for the gateway.</summary>
    public const string Gateway = "gateway";

    // The delay before the provider should retry a notification that could not be handled.
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(10);

    /// <summary>Returns the reader for the notifications of a gateway's provider; <see langword="null"/> when it sends none.</summary>
    public static INotificationReader? ReaderOf(ConfiguredGateway gateway) =>
        gateway.Adapter.GetService(typeof(INotificationReader)) as INotificationReader;

    public async Task HandleAsync(HttpContext context)
    {
        var name = context.Request.RouteValues[Gateway] as string ?? "";
        if (
            gateways.Owner(name) is not { } gateway
            || ReaderOf(gateway) is not { } reader
            || (!isHint && gateway.Webhooks is { Secret: null })
        )
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!isHint && !IsAdmitted(context, gateway))
        {
            Refuse(context, gateway, StatusCodes.Status401Unauthorized);
            return;
        }

        var (body, refused) = await BoundedBody.ReadAsync(context, options, time).ConfigureAwait(false);
        if (refused is { } status)
        {
            Refuse(context, gateway, status);
            return;
        }

        var request = new ReceivedNotification
        {
            Query = context.Request.Query.ToDictionary(
                pair => pair.Key,
                pair => pair.Value.FirstOrDefault() ?? "",
                StringComparer.Ordinal
            ),
            ContentType = context.Request.ContentType,
            Body = body,
        };
        if (reader.Read(request) is not { } notification)
        {
            // A template without the transaction is a configuration error that must become visible.
            Refuse(context, gateway, StatusCodes.Status400BadRequest);
            return;
        }

        Answer(context, await HandleAsync(gateway, notification, context.RequestAborted).ConfigureAwait(false));
    }

    private async Task<NotificationResult> HandleAsync(
        ConfiguredGateway gateway,
        PaymentNotification notification,
        CancellationToken aborted
    )
    {
        using var late = new CancellationTokenSource(options.Timeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, aborted);
        try
        {
            return await (
                isHint
                    ? notifications.HandleHintAsync(gateway.Name, notification, stop.Token)
                    : notifications.HandleAsync(gateway.Name, notification, stop.Token)
            ).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new NotificationResult { Status = NotificationStatus.Deferred };
        }
    }

    // After a configuration change there may be no way to authenticate the provider. Then every request is rejected.
    private bool IsAdmitted(HttpContext context, ConfiguredGateway gateway) =>
        gateway.Webhooks is { Secret: { } secret } settings
        && WebhookGuard.Admits(context, gateway.Name, settings, secret.Reveal(), time);

    private void Refuse(HttpContext context, ConfiguredGateway gateway, int status)
    {
        // Unauthenticated senders could fill the log.
        var level = isHint || status == StatusCodes.Status401Unauthorized ? LogLevel.Debug : LogLevel.Warning;
        var reason = ReasonOf(status);
        WebhookLog.Refused(log, level, gateway.Name, status, reason);
        PaymentMeter.NotificationRefused(gateway.Name, status, isHint);
        context.Response.StatusCode = status;
        // Do not wait for the rest of the body.
        context.Response.Headers.Connection = "close";
    }

    private static string ReasonOf(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest =>
                "names no transaction or is incomplete; if the account has its own template, name its fields in the provider's options",
            StatusCodes.Status401Unauthorized => "is not authenticated",
            StatusCodes.Status408RequestTimeout => "arrived too slowly",
            StatusCodes.Status413PayloadTooLarge => "is too large",
            _ => "cannot be read",
        };

    private void Answer(HttpContext context, NotificationResult result)
    {
        if (result.IsDone)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var wait = result.RetryAt is { } at && at - time.GetUtcNow() is var left && left > Later ? left : Later;
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

/// <summary>Receives what a provider posts: authenticates it, unless it is a hint, bounds it, and hands it on.</summary>
internal sealed class WebhookEndpoint(
    GatewayDirectory gateways,
    IPaymentNotifications notifications,
    PaymentsLog log,
    TimeProvider time,
    PaymentEndpointOptions options,
    bool isHint
)
{
    /// <summary>What the route calls the gateway.</summary>
    public const string Gateway = "gateway";

    // How soon one that could not be looked at is worth another try.
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(10);

    /// <summary>What reads the notifications of a gateway's provider; none when it sends none.</summary>
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
            // A template that leaves the transaction out is a mistake that somebody has to see.
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

    // After a change of the configuration there may be no way to tell the provider: nobody is admitted then.
    private bool IsAdmitted(HttpContext context, ConfiguredGateway gateway) =>
        gateway.Webhooks is { Secret: { } secret } settings
        && WebhookGuard.Admits(context, gateway.Name, settings, secret.Reveal(), time);

    private void Refuse(HttpContext context, ConfiguredGateway gateway, int status)
    {
        // Who is not known could fill the log.
        var level = isHint || status == StatusCodes.Status401Unauthorized ? LogLevel.Debug : LogLevel.Warning;
        var reason = ReasonOf(status);
        WebhookLog.Refused(log.Logger, level, gateway.Name, status, reason);
        PaymentMeter.NotificationRefused(gateway.Name, status, isHint);
        context.Response.StatusCode = status;
        // What of the body has not come is not waited for.
        context.Response.Headers.Connection = "close";
    }

    private static string ReasonOf(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest =>
                "names nothing to look at or broke off; if the account has a template of its own, say in the provider's options which fields it has",
            StatusCodes.Status401Unauthorized => "is not the provider's",
            StatusCodes.Status408RequestTimeout => "came too slowly",
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

using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

/// <summary>The log messages of the endpoints. They contain no body and no header, because anyone can send those.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(
        EventId = 40,
        EventName = "NotificationRefused",
        Message = "{Gateway}: a notification was refused with {Status}, because it {Reason}."
    )]
    public static partial void Refused(ILogger logger, LogLevel level, string gateway, int status, string reason);
}

using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

/// <summary>What the endpoints log. Neither a body nor a header, for they are anybody's.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(
        EventId = 40,
        EventName = "NotificationRefused",
        Message = "{Gateway}: a notification was refused with {Status}, because it {Reason}."
    )]
    public static partial void Refused(ILogger logger, LogLevel level, string gateway, int status, string reason);
}

using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

/// <summary>What the endpoints log. Neither a body nor a header, for they are anybody's.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(
        EventId = 40,
        Message = "{Gateway}: a notification (hint: {IsHint}) was refused with {Status}: 400 names no transaction, see the options for the fields of the template; 401 is not the provider's; 408 is too slow; 413 is too large."
    )]
    public static partial void Refused(ILogger logger, LogLevel level, string gateway, bool isHint, int status);
}

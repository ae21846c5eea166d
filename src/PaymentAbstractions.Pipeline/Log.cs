using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

internal static partial class Log
{
    [LoggerMessage(
        EventId = 1,
        Level = LogLevel.Information,
        Message = "Payment configuration reloaded; the default gateway is {Gateway}."
    )]
    public static partial void Reloaded(ILogger logger, string gateway);

    [LoggerMessage(
        EventId = 2,
        Level = LogLevel.Error,
        Message = "Payment configuration not reloaded, the last good one stays in use. {Problems}"
    )]
    public static partial void ReloadRefused(ILogger logger, string problems);

    [LoggerMessage(
        EventId = 3,
        Level = LogLevel.Warning,
        Message = "The gateway {Gateway} took a {Operation} that was sent as {Sent} as {Reported}; the fees differ."
    )]
    public static partial void LevelChanged(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        CommercialDataLevel sent,
        CommercialDataLevel reported
    );
}

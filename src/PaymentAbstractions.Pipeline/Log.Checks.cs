using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

// Checks of closed payments, and notifications from providers.
internal static partial class Log
{
    [LoggerMessage(
        EventId = 28,
        EventName = "ChangedLater",
        Level = LogLevel.Warning,
        Message = "{Gateway}: {Operation} under the key {Key} changed at the provider after it was final ({Changes}): {Before} is now {After}. Transaction {Transaction}."
    )]
    public static partial void ChangedLater(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        string changes,
        PaymentOutcome before,
        PaymentOutcome after,
        TransactionReference? transaction
    );

    [LoggerMessage(
        EventId = 29,
        EventName = "CheckDeferred",
        Level = LogLevel.Warning,
        Message = "{Gateway}: the closed payment under the key {Key} could not be checked for changes. {Reason} The next check is at {NextAt}; without a time, there is none."
    )]
    public static partial void CheckDeferred(
        ILogger logger,
        string gateway,
        IdempotencyKey key,
        string? reason,
        DateTimeOffset? nextAt
    );

    [LoggerMessage(
        EventId = 46,
        EventName = "RecoveryRound",
        Level = LogLevel.Debug,
        Message = "A recovery round looked up {LookedUp} unresolved payments, resolved {Resolved} of them, and checked {Checked} closed payments."
    )]
    public static partial void RecoveryRound(ILogger logger, int lookedUp, int resolved, int @checked);

    [LoggerMessage(
        EventId = 33,
        EventName = "NotificationFailed",
        Level = LogLevel.Warning,
        Message = "{Gateway}: the transaction of a notification could not be read; the provider is asked to send the notification again."
    )]
    public static partial void NotificationFailed(ILogger logger, Exception exception, string gateway);
}

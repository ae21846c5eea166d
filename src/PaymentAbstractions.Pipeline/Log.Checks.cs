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
        Message = "{Gateway}: whether the closed payment under the key {Key} changed could not be looked up. {Reason} It is looked up again at {NextAt}; without a time, never."
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
        Message = "A round of recovery looked up {LookedUp} payments in doubt, of which {Resolved} are resolved, and {Checked} closed ones."
    )]
    public static partial void RecoveryRound(ILogger logger, int lookedUp, int resolved, int @checked);

    [LoggerMessage(
        EventId = 33,
        EventName = "NotificationFailed",
        Level = LogLevel.Warning,
        Message = "{Gateway}: what a notification is about could not be looked at; the provider is asked to send it again."
    )]
    public static partial void NotificationFailed(ILogger logger, Exception exception, string gateway);
}

using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

internal static partial class Log
{
    [LoggerMessage(
        EventId = 3,
        EventName = "LevelChanged",
        Level = LogLevel.Warning,
        Message = "The gateway {Gateway} processed a {Operation} that was sent as {Sent} at another level, {Reported}; the fees differ."
    )]
    public static partial void LevelChanged(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        CommercialDataLevel sent,
        CommercialDataLevel reported
    );

    [LoggerMessage(
        EventId = 4,
        EventName = "MoneyMoved",
        Level = LogLevel.Information,
        Message = "{Gateway}: {Operation} of {Amount} is {Outcome}. Transaction {Transaction}, key {Key}."
    )]
    public static partial void MoneyMoved(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        Money? amount,
        PaymentOutcome outcome,
        TransactionReference? transaction,
        IdempotencyKey key
    );

    [LoggerMessage(
        EventId = 5,
        EventName = "Retrying",
        Level = LogLevel.Warning,
        Message = "{Gateway}: {Operation} under the key {Key} ended as {Outcome} ({Reason}) and is sent again under the same key."
    )]
    public static partial void Retrying(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        PaymentOutcome outcome,
        PaymentReason reason
    );

    [LoggerMessage(
        EventId = 6,
        EventName = "OutcomeUnknown",
        Level = LogLevel.Error,
        Message = "{Gateway}: the outcome of {Operation} under the key {Key} is unknown ({Reason}). It is looked up, not sent again."
    )]
    public static partial void OutcomeUnknown(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        PaymentReason reason
    );

    [LoggerMessage(
        EventId = 7,
        EventName = "OutcomeNotRecorded",
        Level = LogLevel.Error,
        Message = "{Gateway}: {Operation} under the key {Key} ended as {Outcome}, transaction {Transaction}, but the journal did not record it ({Status}). {Problem}"
    )]
    public static partial void OutcomeNotRecorded(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        PaymentOutcome outcome,
        TransactionReference? transaction,
        JournalWriteStatus status,
        string? problem
    );

    [LoggerMessage(
        EventId = 8,
        EventName = "IntentNotRecorded",
        Level = LogLevel.Error,
        Message = "{Gateway}: {Operation} under the key {Key} was not sent, because the journal could not record it. {Problem}"
    )]
    public static partial void IntentNotRecorded(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        string? problem
    );

    [LoggerMessage(
        EventId = 9,
        EventName = "CircuitOpened",
        Level = LogLevel.Warning,
        Message = "The gateway {Gateway} failed too often; nothing is sent to it for {Duration}."
    )]
    public static partial void CircuitOpened(ILogger logger, string gateway, TimeSpan duration);

    [LoggerMessage(
        EventId = 10,
        EventName = "Resolved",
        Level = LogLevel.Information,
        Message = "{Gateway}: {Operation} under the key {Key} is resolved: {Before} is now {After}, by {Source}. Transaction {Transaction}."
    )]
    public static partial void Resolved(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        JournalEntryState before,
        PaymentOutcome after,
        JournalResolutionSource source,
        TransactionReference? transaction
    );

    [LoggerMessage(
        EventId = 11,
        EventName = "StaysInDoubt",
        Level = LogLevel.Warning,
        Message = "{Gateway}: {Operation} under the key {Key} is still unresolved: {Status}. {Reason} The next look-up is at {NextAt}."
    )]
    public static partial void StaysInDoubt(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        FindStatus status,
        string? reason,
        DateTimeOffset nextAt
    );

    [LoggerMessage(
        EventId = 12,
        EventName = "HandlerFailed",
        Level = LogLevel.Error,
        Message = "A resolution handler failed for the key {Key}. It is called again at {NextAt}."
    )]
    public static partial void HandlerFailed(
        ILogger logger,
        Exception exception,
        IdempotencyKey key,
        DateTimeOffset nextAt
    );

    [LoggerMessage(
        EventId = 13,
        EventName = "RecoveryFailed",
        Level = LogLevel.Error,
        Message = "A part of recovery failed. Recovery continues with the next round."
    )]
    public static partial void RecoveryFailed(ILogger logger, Exception exception);

    [LoggerMessage(
        EventId = 14,
        EventName = "NotDrained",
        Level = LogLevel.Error,
        Message = "{Count} payments were still in progress when the drain timeout ended; recovery looks them up."
    )]
    public static partial void NotDrained(ILogger logger, int count);

    [LoggerMessage(
        EventId = 15,
        EventName = "AttemptBegins",
        Level = LogLevel.Debug,
        Message = "{Gateway}: attempt {Attempt} of {Operation} under the key {Key} begins."
    )]
    public static partial void AttemptBegins(
        ILogger logger,
        string gateway,
        int attempt,
        PaymentOperation operation,
        IdempotencyKey key
    );

    [LoggerMessage(
        EventId = 16,
        EventName = "InMemoryJournal",
        Level = LogLevel.Warning,
        Message = "The journal is in memory and is lost when the process ends. After a restart, a repeated call is sent again, and unresolved payments are not looked up."
    )]
    public static partial void InMemoryJournal(ILogger logger);

    [LoggerMessage(EventId = 26, EventName = "JournalWarns", Level = LogLevel.Warning, Message = "{Warning}")]
    public static partial void JournalWarns(ILogger logger, string warning);

    [LoggerMessage(
        EventId = 17,
        EventName = "AdapterFailed",
        Level = LogLevel.Error,
        Message = "{Gateway}: the adapter failed during a {Operation} under the key {Key}."
    )]
    public static partial void AdapterFailed(
        ILogger logger,
        Exception exception,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key
    );

    [LoggerMessage(
        EventId = 24,
        EventName = "ObservationNotRecorded",
        Level = LogLevel.Warning,
        Message = "The provider's state of {Transaction} could not be recorded in the journal."
    )]
    public static partial void ObservationNotRecorded(
        ILogger logger,
        Exception exception,
        TransactionReference transaction
    );

    [LoggerMessage(
        EventId = 25,
        EventName = "ChargedTwice",
        Level = LogLevel.Error,
        Message = "Orders were charged twice: {Keys}. Refund one charge of each order."
    )]
    public static partial void ChargedTwice(ILogger logger, string keys);

    [LoggerMessage(
        EventId = 18,
        EventName = "JournalFailed",
        Level = LogLevel.Error,
        Message = "The journal failed for the key {Key}."
    )]
    public static partial void JournalFailed(ILogger logger, Exception exception, IdempotencyKey key);

    [LoggerMessage(
        EventId = 19,
        EventName = "LookupFailed",
        Level = LogLevel.Warning,
        Message = "{Gateway}: the look-up of the key {Key} failed."
    )]
    public static partial void LookupFailed(ILogger logger, Exception exception, string gateway, IdempotencyKey key);

    [LoggerMessage(
        EventId = 20,
        EventName = "HandlerTimedOut",
        Level = LogLevel.Warning,
        Message = "The resolution handler {Handler} did not complete within {Timeout} for the key {Key}; the other handlers continue."
    )]
    public static partial void HandlerTimedOut(ILogger logger, string handler, IdempotencyKey key, TimeSpan timeout);

    [LoggerMessage(
        EventId = 21,
        EventName = "GatewaysMissing",
        Level = LogLevel.Warning,
        Message = "Unresolved payments belong to gateways that are no longer configured: {Gateways}. Configure the gateways again, or list their names under the FormerNames of the renamed gateways."
    )]
    public static partial void GatewaysMissing(ILogger logger, string gateways);

    [LoggerMessage(
        EventId = 30,
        EventName = "CommercialDataAdvice",
        Level = LogLevel.Information,
        Message = "{Gateway}: the commercial card data of a {Operation} under the key {Key} is accepted, but may incur a fee or save less than possible: {Findings}"
    )]
    public static partial void CommercialDataAdvice(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        string findings
    );
}

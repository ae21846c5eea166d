using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

internal static partial class Log
{
    [LoggerMessage(
        EventId = 3,
        EventName = "LevelChanged",
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
        Message = "{Gateway}: {Operation} under the key {Key} ended {Outcome} ({Reason}) and is sent again under the same key."
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
        Message = "{Gateway}: the outcome of {Operation} under the key {Key} is not known ({Reason}). It is looked up, not sent again."
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
        Message = "{Gateway}: {Operation} under the key {Key} ended {Outcome}, transaction {Transaction}, and the journal did not keep it ({Status}). {Problem}"
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
        Message = "{Gateway}: {Operation} under the key {Key} stays in doubt: {Status}. {Reason} It is looked up again at {NextAt}."
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
        Message = "Recovery failed in part. It goes on at the next round."
    )]
    public static partial void RecoveryFailed(ILogger logger, Exception exception);

    [LoggerMessage(
        EventId = 14,
        EventName = "NotDrained",
        Level = LogLevel.Error,
        Message = "{Count} payments were under way when the time for draining ended; recovery looks them up."
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
        Message = "The journal is in memory: nothing survives the end of the process. After a restart a repeat is sent again, and what was in doubt is not looked up."
    )]
    public static partial void InMemoryJournal(ILogger logger);

    [LoggerMessage(EventId = 26, EventName = "JournalWarns", Level = LogLevel.Warning, Message = "{Warning}")]
    public static partial void JournalWarns(ILogger logger, string warning);

    [LoggerMessage(
        EventId = 17,
        EventName = "AdapterFailed",
        Level = LogLevel.Error,
        Message = "{Gateway}: the adapter failed at a {Operation} under the key {Key}."
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
        Message = "How the provider shows {Transaction} could not be kept in the journal."
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
        Message = "Orders that are charged twice, for a person to give one charge of each back: {Keys}."
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
        Message = "The resolution handler {Handler} did not end within {Timeout} for the key {Key}; the others go on."
    )]
    public static partial void HandlerTimedOut(ILogger logger, string handler, IdempotencyKey key, TimeSpan timeout);

    [LoggerMessage(
        EventId = 21,
        EventName = "GatewaysMissing",
        Level = LogLevel.Warning,
        Message = "Payments are in doubt at gateways that are not configured any more: {Gateways}. Configure them again, or list a new name under FormerNames."
    )]
    public static partial void GatewaysMissing(ILogger logger, string gateways);

    [LoggerMessage(
        EventId = 30,
        EventName = "CommercialDataAdvice",
        Level = LogLevel.Information,
        Message = "{Gateway}: the commercial card data of a {Operation} under the key {Key} is no reason to refuse it, and may cost a fee or bring less than it could: {Findings}"
    )]
    public static partial void CommercialDataAdvice(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        string findings
    );
}

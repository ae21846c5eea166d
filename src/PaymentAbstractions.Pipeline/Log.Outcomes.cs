using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

internal static partial class Log
{
    /// <summary>Logs how an attempt ended. Every attempt is logged once.</summary>
    public static void Ended(ILogger logger, string gateway, PaymentResult result)
    {
        var (operation, key) = (result.Operation, result.IdempotencyKey);
        switch (result.Outcome)
        {
            case PaymentOutcome.Unknown:
                OutcomeUnknown(logger, gateway, operation, key, result.Reason);
                break;
            case PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved:
                MoneyMoved(logger, gateway, operation, result.ApprovedAmount, result.Outcome, result.Transaction, key);
                break;
            case PaymentOutcome.Declined:
                var code = result.Code ?? ResponseCode.Unmapped;
                Declined(
                    logger,
                    gateway,
                    operation,
                    key,
                    result.Outcome,
                    result.Reason,
                    code.Value,
                    code.Category,
                    code.Advice
                );
                break;
            case PaymentOutcome.Rejected:
                Rejected(logger, gateway, operation, key, result.Outcome, result.Reason);
                break;
            case PaymentOutcome.NotSent:
                NotSent(logger, gateway, operation, key, result.Outcome, result.Reason);
                break;
            default:
                NotFinal(logger, gateway, operation, key, result.Outcome, result.Reason, result.Transaction);
                break;
        }
    }

    [LoggerMessage(
        EventId = 31,
        EventName = "RetriesNotCounted",
        Level = LogLevel.Warning,
        Message = "The journal failed, so the attempts of the key {Key} were not counted."
    )]
    public static partial void RetriesNotCounted(ILogger logger, Exception exception, IdempotencyKey key);

    [LoggerMessage(
        EventId = 32,
        EventName = "RetryRefused",
        Level = LogLevel.Warning,
        Message = "{Gateway}: the {Operation} under the key {Key} was refused and not sent: the rule of the card's scheme allows no attempt until {Until}."
    )]
    public static partial void RetryRefused(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        DateTimeOffset? until
    );

    [LoggerMessage(
        EventId = 23,
        EventName = "Declined",
        Level = LogLevel.Information,
        Message = "{Gateway}: {Operation} under the key {Key} is {Outcome} ({Reason}), code {Code}: {Category}, {Advice}."
    )]
    public static partial void Declined(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        PaymentOutcome outcome,
        PaymentReason reason,
        string code,
        ResponseCategory category,
        ResponseAdvice advice
    );

    [LoggerMessage(
        EventId = 34,
        EventName = "Rejected",
        Level = LogLevel.Information,
        Message = "{Gateway}: {Operation} under the key {Key} is {Outcome} ({Reason}); no money moved."
    )]
    public static partial void Rejected(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        PaymentOutcome outcome,
        PaymentReason reason
    );

    [LoggerMessage(
        EventId = 35,
        EventName = "NotSent",
        Level = LogLevel.Information,
        Message = "{Gateway}: {Operation} under the key {Key} is {Outcome} ({Reason}); it may be repeated under the same key."
    )]
    public static partial void NotSent(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        PaymentOutcome outcome,
        PaymentReason reason
    );

    [LoggerMessage(
        EventId = 36,
        EventName = "NotFinal",
        Level = LogLevel.Information,
        Message = "{Gateway}: {Operation} under the key {Key} is {Outcome} ({Reason}). Transaction {Transaction}."
    )]
    public static partial void NotFinal(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        PaymentOutcome outcome,
        PaymentReason reason,
        TransactionReference? transaction
    );

    [LoggerMessage(
        EventId = 37,
        EventName = "RefusedByJournal",
        Level = LogLevel.Information,
        Message = "{Gateway}: {Operation} under the key {Key} is {Outcome} ({Reason}) because of earlier payments in the journal; nothing was sent."
    )]
    public static partial void RefusedByJournal(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        PaymentOutcome outcome,
        PaymentReason reason
    );
}

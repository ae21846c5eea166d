using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

internal static partial class Log
{
    /// <summary>What a payment came to.</summary>
    public static void Outcome(ILogger logger, PaymentContext context, PaymentResult result)
    {
        var gateway = context.Gateway.Name;
        switch (result.Outcome)
        {
            case PaymentOutcome.Unknown:
                OutcomeUnknown(logger, gateway, result.Operation, result.IdempotencyKey, result.Reason);
                break;
            case PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved:
                MoneyMoved(
                    logger,
                    gateway,
                    result.Operation,
                    result.ApprovedAmount,
                    result.Outcome,
                    result.Transaction,
                    result.IdempotencyKey
                );
                break;
            default:
                if (result.Outcome == PaymentOutcome.Declined)
                {
                    PaymentMeter.Declined(gateway, result);
                }

                NotApproved(
                    logger,
                    gateway,
                    result.Operation,
                    result.IdempotencyKey,
                    result.Outcome,
                    result.Reason,
                    result.Code is { } code ? $"{code.Value}: {code.Category}, {code.Advice}" : "none"
                );
                break;
        }
    }

    [LoggerMessage(
        EventId = 31,
        Level = LogLevel.Warning,
        Message = "The journal failed, so that the tries of the key {Key} were not counted."
    )]
    public static partial void RetriesNotCounted(ILogger logger, Exception exception, IdempotencyKey key);

    [LoggerMessage(
        EventId = 32,
        Level = LogLevel.Warning,
        Message = "{Gateway}: the {Operation} under the key {Key} was refused and not sent: the scheme's rule leaves no try until {Until}."
    )]
    public static partial void RetryRefused(
        ILogger logger,
        string gateway,
        PaymentOperation operation,
        IdempotencyKey key,
        DateTimeOffset? until
    );
}

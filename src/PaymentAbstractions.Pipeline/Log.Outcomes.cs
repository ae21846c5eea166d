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
                    result.Code?.Value,
                    result.Code?.Category,
                    result.Code?.Advice
                );
                break;
        }
    }
}

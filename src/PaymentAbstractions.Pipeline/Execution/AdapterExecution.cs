using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

/// <summary>Runs one call through the adapter, and lets nothing out that is not proven.</summary>
internal sealed class AdapterExecution(
    string name,
    PaymentAdapter adapter,
    RetryCategoryTable retryCategories,
    ILogger logger
)
{
    /// <exception cref="OperationCanceledException">The caller left before anything was sent.</exception>
    public async Task<PaymentResult> RunAsync(PaymentCall call, CommercialCardData? leftOut)
    {
        var result = await ExecuteAsync(call).ConfigureAwait(false);
        return Finish(leftOut is null ? result : CommercialCardPolicy.Report(result, leftOut, call.SendHasBegun), call);
    }

    private async Task<PaymentResult> ExecuteAsync(PaymentCall call)
    {
        try
        {
            // Without a result not even "not sent" is proven.
            return await adapter.ExecuteAsync(call).ConfigureAwait(false)
                ?? JournalAnswers.InDoubt(
                    call.Request,
                    name,
                    PaymentReason.NoTrustworthyAnswer,
                    "The adapter returned no result."
                );
        }
#pragma warning disable CA1031 // Once money may have moved, nothing may escape as anything but Unknown.
        catch (Exception exception) when (call.SendHasBegun)
#pragma warning restore CA1031
        {
            return JournalAnswers.InDoubt(
                call.Request,
                name,
                PaymentReason.NoTrustworthyAnswer,
                $"The adapter failed after the request was sent: {exception.GetType().Name}."
            );
        }
    }

    private PaymentResult Finish(PaymentResult result, PaymentCall call)
    {
        var amount = call.Request.Amount;
        if (ResultEvidence.Contradiction(result, amount, call.SendHasBegun) is { } contradiction)
        {
            // What the adapter knows of the transaction stays: somebody has to look at it.
            result = result with
            {
                Outcome = PaymentOutcome.Unknown,
                Reason = PaymentReason.NoTrustworthyAnswer,
                Message = contradiction,
                ApprovedAmount = null,
                Gateway = name,
                IdempotencyKey = call.Request.IdempotencyKey,
                RequestedAmount = amount,
            };
        }

        if (result.Outcome == PaymentOutcome.NotSent && call.SendByPassed)
        {
            result = result with { Reason = PaymentReason.SendByPassed };
        }

        if (result.CommercialData is { LevelWasChanged: true, SentLevel: { } sent, ReportedLevel: { } reported })
        {
            PaymentMeter.LevelChanged(name, result.Operation, sent, reported);
            Log.LevelChanged(logger, name, result.Operation, sent, reported);
        }

        // A code that was read out of a text for people permits nothing.
        var category = result
            is { Code: { Source: not ResponseCodeSource.DerivedFromText } code, Outcome: PaymentOutcome.Declined }
            ? retryCategories[code]
            : RetryCategory.None;
        return category == result.RetryCategory ? result : result with { RetryCategory = category };
    }
}

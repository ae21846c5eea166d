using Microsoft.Extensions.Logging;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Runs the adapter once and accepts only proven results: NotSent proven by the gate, Approved by its evidence.</summary>
internal sealed class AdapterStage(PaymentsLog log)
{
    private readonly ILogger _logger = log;

    public async Task<PaymentResult> RunAsync(PaymentContext context)
    {
        using var attempt = context.InFlight.BeginAttempt();
        var result = await ExecuteAsync(context, attempt).ConfigureAwait(false);
        result = context.LeftOut?.Report(result, attempt.SendHasBegun) ?? result;
        result = Believe(result, context, attempt);
        // The log, the counters and the caller use the same response code table.
        var codes = context.Gateway.ResponseCodes;
        result = result.Code is { } code && !code.IsBy(codes) ? result with { Code = code.By(codes) } : result;
        if (result.CommercialData is { LevelWasChanged: true, SentLevel: { } sent, ReportedLevel: { } reported })
        {
            PaymentMeter.LevelChanged(context.Gateway.Name, result.Operation, sent, reported);
            Log.LevelChanged(_logger, context.Gateway.Name, result.Operation, sent, reported);
        }

        return result;
    }

    private async Task<PaymentResult> ExecuteAsync(PaymentContext context, RunningAttempt attempt)
    {
        var (gateway, request) = (context.Gateway, attempt.Request);
        try
        {
            return await gateway.Adapter.ExecuteAsync(attempt).ConfigureAwait(false)
                // Without a result, not even NotSent is proven.
                ?? PaymentAnswers.InDoubt(
                    request,
                    gateway.Name,
                    PaymentReason.NoTrustworthyAnswer,
                    "The adapter returned no result."
                );
        }
        catch (OperationCanceledException) when (attempt.IsProvenUnsent)
        {
            return PaymentAnswers.NotSent(
                request,
                gateway.Name,
                PaymentReason.CallerStoppedWaiting,
                "The caller stopped waiting before anything was sent."
            );
        }
#pragma warning disable CA1031 // Money may have moved, so every exception becomes a result that contains only what is proven.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.AdapterFailed(
                _logger,
                RedactedException.Of(exception),
                gateway.Name,
                request.Operation,
                request.IdempotencyKey
            );
            return attempt.IsProvenUnsent
                ? PaymentAnswers.NotSent(
                    request,
                    gateway.Name,
                    PaymentReason.PreparationFailed,
                    $"The adapter failed before anything was sent: {exception.GetType().Name}."
                )
                : PaymentAnswers.InDoubt(
                    request,
                    gateway.Name,
                    PaymentReason.NoTrustworthyAnswer,
                    $"The adapter failed after it may have sent the request: {exception.GetType().Name}."
                );
        }
    }

    private static PaymentResult Believe(PaymentResult result, PaymentContext context, RunningAttempt attempt)
    {
        var requested = attempt.Request.Amount;
        var contradiction =
            result.Outcome == PaymentOutcome.NotSent && !attempt.IsProvenUnsent
                ? "The adapter reported that nothing was sent, but it may have sent the request."
                : ResultEvidence.Contradiction(result, requested);
        if (contradiction is not null)
        {
            // Keep the adapter's data about the transaction, because a person has to look at it.
            return result with
            {
                Outcome = PaymentOutcome.Unknown,
                Reason = PaymentReason.NoTrustworthyAnswer,
                Message = contradiction,
                ApprovedAmount = null,
                Gateway = context.Gateway.Name,
                IdempotencyKey = attempt.Request.IdempotencyKey,
                RequestedAmount = requested,
            };
        }

        return result.Outcome == PaymentOutcome.NotSent && attempt.SendByPassed
            ? result with
            {
                Reason = PaymentReason.SendByPassed,
            }
            : result;
    }
}

using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// Runs each key once at a time: a repeat joins the run of its key. When a caller leaves, a sent payment continues and is recorded.
/// </summary>
internal sealed class InFlightStage(InFlightPayments payments, JournalClock time) : IPaymentStage
{
    public Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next)
    {
        var running = payments.StartOrFind(context, next);
        return IsOwn(running, context) ? WaitAsync(running, context) : JoinAsync(running, context, next);
    }

    private async Task<PaymentResult> JoinAsync(InFlightPayment running, PaymentContext context, PaymentStep next)
    {
        for (; !IsOwn(running, context); running = payments.StartOrFind(context, next))
        {
            ThrowIfOther(running.Context, context);
            if (InFlightPayments.IsInsideOne)
            {
                // Code that a run calls must not wait for a run, which could be its own.
                return PaymentAnswers.UnderWay(context.Asked, context.Gateway.Name);
            }

            // A caller that only asks for the known state must not receive the result of another caller's payment, and vice versa.
            if (running.Context.IsLike(context) && running.TryJoin())
            {
                try
                {
                    return await WaitAsync(running, context).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (!context.Caller.IsCancellationRequested)
                {
                    // Its callers gave it up before this caller arrived, and this caller still waits.
                    continue;
                }
            }

            await running.WhenEndedAsync(context.Caller).ConfigureAwait(false);
        }

        return await WaitAsync(running, context).ConfigureAwait(false);
    }

    private static bool IsOwn(InFlightPayment running, PaymentContext context) =>
        ReferenceEquals(running.Context, context);

    private static async Task<PaymentResult> WaitAsync(InFlightPayment payment, PaymentContext context)
    {
        if (await payment.WaitAsync(context.Caller).ConfigureAwait(false) is { } result)
        {
            return result;
        }

        var sent = payment.Context;
        var left = PaymentAnswers.InDoubt(
            sent.Asked,
            sent.Gateway.Name,
            PaymentReason.CallerStoppedWaiting,
            "The caller stopped waiting after the request was sent; the exchange continues."
        );
        return sent.LeftOut?.Report(left, sendHasBegun: true) ?? left;
    }

    private void ThrowIfOther(PaymentContext first, PaymentContext repeat)
    {
        var window = new SendWindow(time, TimeSpan.Zero);
        var entry = new JournalEntry
        {
            Intent = first.IntentIn(window),
            Attempt = 1,
            FirstStartedAt = window.OpenedAt,
        };
        if (JournalRules.DecideByKey(repeat.IntentIn(window), entry) is { Kind: JournalDecisionKind.Conflict } decision)
        {
            throw KeyConflict.Of(repeat.Asked.IdempotencyKey, decision.Conflicts);
        }
    }
}

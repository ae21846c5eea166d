using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// Runs every key once at a time: a repeat joins the run of its key. A caller may leave; what was sent goes on and is recorded.
/// </summary>
internal sealed class InFlightStage(InFlightPayments payments, JournalClock time) : IPaymentStage
{
    public async Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next)
    {
        while (true)
        {
            var running = payments.StartOrFind(context, next);
            if (ReferenceEquals(running.Context, context))
            {
                return await WaitAsync(running, context).ConfigureAwait(false);
            }

            ThrowIfOther(running.Context, context);
            if (InFlightPayments.IsInsideOne)
            {
                // Code that a run calls must not wait for a run: it could be its own.
                return PaymentAnswers.UnderWay(context.Asked, context.Gateway.Name);
            }

            // Who only asks what is known must not be told of a payment that another sends, nor the other way round.
            if (running.Context.IsLike(context) && running.TryJoin())
            {
                try
                {
                    return await WaitAsync(running, context).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (!context.Caller.IsCancellationRequested)
                {
                    // It was given up by those who left it before this caller came, who has not.
                    continue;
                }
            }

            await running.WhenEndedAsync(context.Caller).ConfigureAwait(false);
        }
    }

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
            "The caller stopped waiting after the request was sent; the exchange goes on."
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

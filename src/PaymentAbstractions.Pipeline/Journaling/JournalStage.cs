using Microsoft.Extensions.Logging;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// Makes every attempt durable before it is sent, and its outcome afterward. A known key is answered from the journal or looked up, and
/// sent again only when the provider honors the key.
/// </summary>
internal sealed partial class JournalStage(
    JournalAccess journal,
    EntryLookup lookup,
    InFlightPayments inFlight,
    AttemptRecorder recorder,
    AttemptTurns turns,
    Observations observations,
    GatewayDirectory gateways,
    JournalClock time,
    PaymentsLog log
) : IPaymentStage
{
    // Each look-up may change the decision. After this many rounds, the outcome remains unknown for this payment.
    private const int MaxRounds = 3;

    // An entry in another environment affects a payment only when it has the same account; the rules ensure that.
    private static readonly GatewayEnvironment[] Environments = Enum.GetValues<GatewayEnvironment>();

    private readonly ILogger _logger = log;

    public async Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next)
    {
        for (var round = 1; ; round++)
        {
            var (decision, window) = await DecideAsync(context).ConfigureAwait(false);
            if (decision is null)
            {
                return await context.InsteadOfSending!(context).ConfigureAwait(false);
            }

            if (decision.Kind == JournalDecisionKind.Started)
            {
                return await SendAsync(context, decision, window, next).ConfigureAwait(false);
            }

            if (decision.Entry is not { IsInDoubt: true } entry || !IsOfKeyOrOrder(decision.Kind))
            {
                return await AnswerAsync(context, decision).ConfigureAwait(false);
            }

            if (entry.Intent.IdempotencyKey == context.Asked.IdempotencyKey)
            {
                // From here on, a caller that leaves must not learn that nothing was sent, because an earlier attempt may have been.
                context.InFlight.MarkInDoubt();
                context.HandOver(entry.Intent, gateways.Owner(entry.Intent.Gateway));
            }

            if (round > MaxRounds)
            {
                return await AnswerAsync(context, decision).ConfigureAwait(false);
            }

            var known = await AskAsync(entry, context).ConfigureAwait(false);
            if (!known.IsInDoubt)
            {
                // A payment that was just resolved may no longer block this one, or may have another amount. Decide again.
                continue;
            }

            return MaySendAgain(known, context)
                ? await SendAgainAsync(context, known, next).ConfigureAwait(false)
                : await AnswerAsync(context, decision with { Entry = known }).ConfigureAwait(false);
        }
    }

    // Null: the key is not known, and nothing is to be sent.
    private async Task<(JournalDecision?, SendWindow)> DecideAsync(PaymentContext context)
    {
        await time.WhenKnownAsync(context.InFlight.Patience).ConfigureAwait(false);
        var window = time.OpenWindow(context.Gateway.SendWithin);
        var intent = context.IntentIn(window);
        if (context.Problems.Count > 0 || !context.Sends)
        {
            // A key that the journal knows is answered in spite of any rule.
            var known = await TryAsync(
                    context,
                    static (stage, context, intent) => stage.FindByKeyAsync(intent, context),
                    intent
                )
                .ConfigureAwait(false);
            if (known is { Kind: not JournalDecisionKind.NotRecorded })
            {
                return (known, window);
            }

            context.Problems.ThrowIfAny();
            return (known, window);
        }

        return (await BeginAsync(context, intent).ConfigureAwait(false), window);
    }

    // The span starts before its attempt, because the intent records it.
    private async Task<JournalDecision?> BeginAsync(PaymentContext context, JournalIntent intent)
    {
        context.Span = PaymentSpan.Attempt(context);
        JournalDecision? decision = null;
        try
        {
            var traced = context.Span.Id is { } id ? intent with { TraceParent = id } : intent;
            decision = await TryAsync(
                    context,
                    // A turn always decides; a look by key may not.
                    static (stage, context, intent) => stage.StartAsync(context, intent)!,
                    traced
                )
                .ConfigureAwait(false);
            return decision;
        }
        finally
        {
            if (decision is not { Kind: JournalDecisionKind.Started })
            {
                PaymentSpan.Drop(context.Span);
                context.Span = default;
            }
        }
    }

    private Task<JournalDecision> StartAsync(PaymentContext context, JournalIntent intent) =>
        turns.BeginAsync(context, intent, gateways.Recovery.Margin);

    private async Task<JournalDecision?> FindByKeyAsync(JournalIntent intent, PaymentContext context)
    {
        foreach (var environment in Environments)
        {
            var entry = await journal
                .FindAsync(new JournalKey(environment, intent.IdempotencyKey), context.InFlight.Patience)
                .ConfigureAwait(false);
            if (JournalRules.DecideByKey(intent, entry) is { } decision)
            {
                return decision;
            }
        }

        return null;
    }

    // When a journal throws, nothing is sent that is not durable.
    private async Task<JournalDecision?> TryAsync(
        PaymentContext context,
        Func<JournalStage, PaymentContext, JournalIntent, Task<JournalDecision?>> decide,
        JournalIntent intent
    )
    {
        try
        {
            return await decide(this, context, intent).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not PaymentRequestException && !IsGivenUp(context, exception))
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), context.Asked.IdempotencyKey);
            return JournalDecision.NotRecorded(JournalFault.Of(exception));
        }
    }

    private async Task<JournalEntry> AskAsync(JournalEntry entry, PaymentContext context)
    {
        var isOther = entry.Intent.IdempotencyKey != context.Asked.IdempotencyKey;
        if ((isOther && inFlight.IsRunning(entry.Key)) || (entry.Outcome is null && !lookup.IsDue(entry)))
        {
            return entry;
        }

        try
        {
            return await lookup.LookUpAsync(entry, context.InFlight.Patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!isOther)
        {
            return entry;
        }
    }

    private Task<PaymentResult> SendAsync(
        PaymentContext context,
        JournalDecision decision,
        SendWindow window,
        PaymentStep next
    )
    {
        var entry = decision.Entry!;
        Log.AttemptBegins(
            _logger,
            context.Gateway.Name,
            entry.Attempt,
            entry.Intent.Operation,
            entry.Intent.IdempotencyKey
        );
        var honoredUntil = HonoredUntil(entry, context);
        return turns.SendAsync(context, entry, decision.Turn, window, honoredUntil, before: null, next);
    }

    private async Task<PaymentResult> SendAgainAsync(PaymentContext context, JournalEntry entry, PaymentStep next)
    {
        var before = PaymentAnswers.LeftInDoubt(entry);
        var window = time.OpenWindow(context.Gateway.SendWithin);
        if (await recorder.ExtendAsync(entry, window.SendBy).ConfigureAwait(false) is not { } extended)
        {
            return before;
        }

        context.Span = PaymentSpan.Attempt(context, entry);
        PaymentMeter.Retried(context.Gateway.Name, before);
        Log.Retrying(
            _logger,
            context.Gateway.Name,
            entry.Intent.Operation,
            entry.Intent.IdempotencyKey,
            before.Outcome,
            before.Reason
        );
        var honoredUntil = HonoredUntil(entry, context);
        return await turns
            .SendAsync(context, extended, turn: null, window, honoredUntil, before, next)
            .ConfigureAwait(false);
    }

    // Only an open attempt, or an Unknown one without a transaction, at its own account, while its provider recognizes the key.
    private bool MaySendAgain(JournalEntry entry, PaymentContext context) =>
        entry.Intent.IdempotencyKey == context.Asked.IdempotencyKey
        && context.Gateway.Recognizes(entry.Intent)
        && gateways.Owner(entry.Intent.Gateway)?.Name == context.Gateway.Name
        && context.Problems.Count == 0
        && context.Sends
        // A transaction for another customer could never be found as this attempt.
        && string.Equals(context.Asked.CustomerId, entry.Intent.CustomerId, StringComparison.Ordinal)
        && time.GetUtcNow() < HonoredUntil(entry, context)
        && (entry.Outcome is null ? lookup.IsDue(entry) : SafeToRepeat.Write(entry.Outcome.Result, true))
        && entry.Outcome?.Outcome is null or PaymentOutcome.Unknown;

    private DateTimeOffset? HonoredUntil(JournalEntry entry, PaymentContext context) =>
        context.Gateway.HonorsKeyUntil(entry.Intent.Operation, entry.FirstStartedAt, gateways.Recovery.Margin);

    private static bool IsGivenUp(PaymentContext context, Exception exception) =>
        exception is OperationCanceledException && context.InFlight.Patience.IsCancellationRequested;

    private static bool IsOfKeyOrOrder(JournalDecisionKind kind) =>
        kind is JournalDecisionKind.Answered or JournalDecisionKind.InProgress or JournalDecisionKind.OrderInProgress;
}

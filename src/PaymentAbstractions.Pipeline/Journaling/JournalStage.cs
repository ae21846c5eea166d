using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Makes every attempt durable before it is sent, and its outcome after. Whatever the journal knows is not sent again.</summary>
internal sealed class JournalStage(
    string gateway,
    GatewayCapabilities capabilities,
    AccountFingerprint account,
    IntentFactory intents,
    ResilientExecution execution,
    TimeSpan sendWithin,
    JournalServices services
) : ExecutionStage
{
    // One question to the provider may free the way; what is in doubt after it stays so for this call.
    private const int MostRounds = 3;

    private readonly AttemptRecorder _recorder = new(gateway, services);

    private IPaymentJournal Journal => services.Journal;

    public override async Task<PaymentResult> RunAsync(
        PaymentRequest request,
        CommercialCardData? leftOut,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var exchange = new RunningExchange(request, leftOut);
            var running = services.Exchanges.StartOrFind(exchange, RunAsync);
            if (ReferenceEquals(running, exchange))
            {
                return await WaitAsync(exchange, gateway, cancellationToken).ConfigureAwait(false);
            }

            ThrowIfOther(running.Request, request);
            if (RunningExchanges.IsInsideOne)
            {
                // Whoever is called by an exchange must not wait for one: it could be its own.
                return JournalAnswers.UnderWay(request, gateway);
            }

            if (running.TryJoin())
            {
                return await WaitAsync(running, gateway, cancellationToken).ConfigureAwait(false);
            }

            await running.WhenEndedAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PaymentResult> RunAsync(RunningExchange exchange)
    {
        var request = exchange.Request;
        for (var round = 1; ; round++)
        {
            var (decision, window) = await DecideAsync(request, exchange.Patience).ConfigureAwait(false);
            if (decision.Kind == JournalDecisionKind.Started)
            {
                return await SendAsync(exchange, decision, window).ConfigureAwait(false);
            }

            if (decision.Entry is not { IsInDoubt: true } entry || !IsOfKeyOrOrder(decision.Kind))
            {
                return Answer(request, decision);
            }

            if (entry.Intent.Key == request.IdempotencyKey)
            {
                // From here on a caller who leaves must not be told that nothing was sent: an earlier attempt may have been.
                exchange.MarkInDoubt();
            }

            var known = await AskAsync(entry, request, exchange).ConfigureAwait(false);
            if (!known.IsInDoubt && round < MostRounds)
            {
                continue;
            }

            return MaySendAgain(known, request)
                ? await SendAgainAsync(exchange, known).ConfigureAwait(false)
                : Answer(request, decision with { Entry = known });
        }
    }

    private async Task<JournalEntry> AskAsync(JournalEntry entry, PaymentRequest request, RunningExchange exchange)
    {
        var isOther = entry.Intent.Key != request.IdempotencyKey;
        if (
            (isOther && services.Exchanges.IsRunning(entry.Intent.Key))
            || (entry.Outcome is null && !services.Lookup.IsDue(entry))
        )
        {
            return entry;
        }

        try
        {
            return await services.Lookup.LookUpAsync(entry, exchange.Patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!isOther)
        {
            return entry;
        }
    }

    private async Task<(JournalDecision, SendWindow)> DecideAsync(
        PaymentRequest request,
        CancellationToken cancellationToken
    )
    {
        var window = new SendWindow(services.Time, sendWithin);
        var intent = intents.Of(request, window);
        if (intents.TakesHintsFor(request))
        {
            var known = await TryAsync(async () =>
                    JournalRules.DecideByKey(
                        intent,
                        await Journal.FindAsync(intent.JournalKey, cancellationToken).ConfigureAwait(false)
                    )
                )
                .ConfigureAwait(false);
            if (known is not null)
            {
                return (known, window);
            }

            var hints = await intents.TakeHintsAsync(request, cancellationToken).ConfigureAwait(false);
            window = new SendWindow(services.Time, sendWithin);
            intent = intents.Of(request, window) with { Hints = hints };
        }

        var decision = await TryAsync(async () =>
                await Journal.BeginAsync(intent, cancellationToken).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return (decision!, window);
    }

    // Whatever a journal throws, nothing is sent that is not durable.
    private static async Task<JournalDecision?> TryAsync(Func<Task<JournalDecision?>> decide)
    {
        try
        {
            return await decide().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or PaymentRequestException))
        {
            return JournalDecision.NotRecorded(JournalFault.Of(exception));
        }
    }

    private async Task<PaymentResult> SendAsync(RunningExchange exchange, JournalDecision decision, SendWindow window)
    {
        var entry = decision.Entry!;
        Log.AttemptBegins(services.Logger, gateway, entry.Attempt, entry.Intent.Operation, entry.Intent.Key);
        PaymentResult result;
        try
        {
            result = await execution
                .SendAsync(new WriteTries(exchange, entry.Intent.StartedAt, window, HonouredUntil(entry)))
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Only what was thrown before the first byte comes here; the attempt is closed, so that the key is free.
            await _recorder.CloseUnsentAsync(exchange, entry, exception).ConfigureAwait(false);
            throw;
        }

        return await _recorder.CompleteAsync(exchange, entry, result).ConfigureAwait(false);
    }

    private async Task<PaymentResult> SendAgainAsync(RunningExchange exchange, JournalEntry entry)
    {
        var before = JournalAnswers.LeftInDoubt(entry);
        var window = new SendWindow(services.Time, sendWithin);
        var extended = await _recorder.ExtendAsync(entry, window.SendBy).ConfigureAwait(false);
        if (!extended)
        {
            return before;
        }

        Log.Retrying(services.Logger, gateway, entry.Intent.Operation, entry.Intent.Key, before.Outcome, before.Reason);
        var tries = new WriteTries(exchange, entry.Intent.StartedAt, window, HonouredUntil(entry), before);
        var result = await execution.SendAsync(tries).ConfigureAwait(false);
        return await _recorder.CompleteAsync(exchange, entry, result).ConfigureAwait(false);
    }

    // Only what is open or Unknown without a transaction, at the account that has it, while its provider knows the key.
    private bool MaySendAgain(JournalEntry entry, PaymentRequest request) =>
        entry.Intent.Key == request.IdempotencyKey
        && entry.Intent.Account == account
        && services.Lookup.IsOwnedBy(entry, gateway)
        && IsForSameCustomer(entry, request)
        && services.Time.GetUtcNow() < HonouredUntil(entry)
        && (entry.Outcome is null ? services.Lookup.IsDue(entry) : SafeToRepeat.Write(entry.Outcome.Result, true))
        && entry.Outcome?.Outcome is null or PaymentOutcome.Unknown;

    // What another customer's request made could never be found as this attempt. Ids belong to a provider, so a call through
    // another gateway may well name another one: it is answered, only not sent.
    private static bool IsForSameCustomer(JournalEntry entry, PaymentRequest request) =>
        string.Equals(request.CustomerId, entry.Intent.CustomerId, StringComparison.Ordinal);

    private DateTimeOffset? HonouredUntil(JournalEntry entry) =>
        KeyWindow.Until(capabilities, entry.Intent.Operation, entry.FirstStartedAt, services.Lookup.Margin);

    private PaymentResult Answer(PaymentRequest request, JournalDecision decision)
    {
        switch (decision.Kind)
        {
            case JournalDecisionKind.Conflict:
                throw KeyConflict.Of(request.IdempotencyKey, decision.Conflicts);
            case JournalDecisionKind.OrderConflict:
                throw OrderConflict.Of(request, decision.Entry!);
            case JournalDecisionKind.NotRecorded:
                Log.IntentNotRecorded(
                    services.Logger,
                    gateway,
                    request.Operation,
                    request.IdempotencyKey,
                    decision.Failure?.Message
                );
                return JournalAnswers.NotRecorded(request, gateway, decision.Failure);
            case JournalDecisionKind.Answered:
                return JournalAnswers.OfKey(decision.Entry!);
            case JournalDecisionKind.InProgress:
                return services.Lookup.IsDue(decision.Entry!)
                    ? JournalAnswers.LeftInDoubt(decision.Entry!)
                    : JournalAnswers.OfKey(decision.Entry!);
            case JournalDecisionKind.OrderInProgress:
                return JournalAnswers.OfOtherAttempt(decision.Entry!, PaymentReason.AlreadyInProgress);
            case JournalDecisionKind.OrderAlreadyPaid:
                return JournalAnswers.OfOtherAttempt(decision.Entry!, PaymentReason.AlreadyPaid);
            default:
                return JournalAnswers.Guarded(request, gateway, decision);
        }
    }

    private static bool IsOfKeyOrOrder(JournalDecisionKind kind) =>
        kind is JournalDecisionKind.Answered or JournalDecisionKind.InProgress or JournalDecisionKind.OrderInProgress;

    private void ThrowIfOther(PaymentRequest first, PaymentRequest repeat)
    {
        var window = new SendWindow(services.Time, sendWithin);
        var entry = new JournalEntry
        {
            Intent = intents.Of(first, window),
            Attempt = 1,
            FirstStartedAt = window.OpenedAt,
        };
        if (
            JournalRules.DecideByKey(intents.Of(repeat, window), entry) is
            { Kind: JournalDecisionKind.Conflict } decision
        )
        {
            throw KeyConflict.Of(repeat.IdempotencyKey, decision.Conflicts);
        }
    }
}

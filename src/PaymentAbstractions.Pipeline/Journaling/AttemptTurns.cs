using Microsoft.Extensions.Logging;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Waits for the guards of an attempt in the journal, across processes, and records the data that is read under them.</summary>
internal sealed class AttemptTurns(JournalAccess journal, AttemptRecorder recorder, JournalClock time, PaymentsLog log)
{
    // The journal does not notify when a guard becomes free.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    // A later turn would leave no time to read and send.
    private const int PartForSending = 4;

    private readonly ILogger _logger = log;

    /// <summary>The clock of the pauses: the system clock, because a clock that a test stops would never end a pause.</summary>
    internal TimeProvider Pauses { get; set; } = TimeProvider.System;

    /// <summary>Decides whether an attempt may be sent, with the adapter's guards by their names within the account.</summary>
    public async Task<JournalDecision> BeginAsync(PaymentContext context, JournalIntent intent, TimeSpan margin)
    {
        var original = intent.Original is { } reference
            ? await FindOriginalAsync(reference, context.InFlight.Patience).ConfigureAwait(false)
            : null;
        var guarded = Guard(intent, context.Gateway, context.Request, original, margin);
        return await journal.BeginAsync(guarded, context.InFlight.Patience).ConfigureAwait(false);
    }

    private async Task<EarlierPayment?> FindOriginalAsync(
        TransactionReference original,
        CancellationToken cancellationToken
    )
    {
        await foreach (var entry in journal.FindByTransactionAsync(original, cancellationToken).ConfigureAwait(false))
        {
            if (!original.IsSameTransaction(entry.Intent.Original))
            {
                return EarlierOf(entry);
            }
        }

        return null;
    }

    private static JournalIntent Guard(
        JournalIntent intent,
        ConfiguredGateway gateway,
        PaymentRequest request,
        EarlierPayment? original,
        TimeSpan margin
    )
    {
        var wanted = gateway.Adapter.GuardsFor(request, original);
        return intent with
        {
            Guards = [.. wanted.Guards.Select(guard => guard with { Name = $"{gateway.Account}:{guard.Name}" })],
            ReadsFirst = wanted.ReadsFirst && wanted.Guards.Count > 0,
            HoldGuardsFor = gateway.Adapter.LongestExchange + margin,
        };
    }

    /// <summary>Sends a durable attempt when its turn has come, and records its outcome.</summary>
    /// <param name="context">The payment.</param>
    /// <param name="entry">The attempt.</param>
    /// <param name="turn">The turn that was decided with the attempt; <see langword="null"/> when it is sent again.</param>
    /// <param name="window">The time in which it may be sent.</param>
    /// <param name="honoredUntil">Until when the provider honors the key.</param>
    /// <param name="before">The unknown outcome of an earlier exchange under the key.</param>
    /// <param name="next">The next stage.</param>
    public async Task<PaymentResult> SendAsync(
        PaymentContext context,
        JournalEntry entry,
        JournalTurn? turn,
        SendWindow window,
        DateTimeOffset? honoredUntil,
        PaymentResult? before,
        PaymentStep next
    )
    {
        using var span = context.Span;
        PaymentSpan.Enter(span);
        var (held, refused) =
            entry.Intent.Guards.Count == 0 ? default
            : turn is { IsHeld: true } ? (TurnOf(context, entry, turn), null)
            : await WaitAsync(context, entry, turn, window).ConfigureAwait(false);
        context.MaySend(entry.Intent.StartedAt, window, honoredUntil, held, before);
        // Without its turn nothing is sent, and an unknown outcome stays unknown.
        var result = refused is null ? await next(context).ConfigureAwait(false) : before ?? refused;
        if (refused is null || before is null)
        {
            // The doubt of the exchange before was counted when that one ended.
            PaymentMeter.Ended(context.Gateway.Name, result);
            Log.Ended(_logger, context.Gateway.Name, result);
        }

        result = await recorder
            .CompleteAsync(context, entry, result, wasSentBefore: before is not null)
            .ConfigureAwait(false);
        PaymentSpan.End(span, result);
        return result;
    }

    /// <returns>The turn, or why nothing was sent.</returns>
    private async Task<(AttemptTurn? Turn, PaymentResult? Refused)> WaitAsync(
        PaymentContext context,
        JournalEntry entry,
        JournalTurn? turn,
        SendWindow window
    )
    {
        var until = window.SendBy - (window.SendBy - window.OpenedAt) / PartForSending;
        var began = Pauses.GetTimestamp();
        var pause = ShortestPause;
        try
        {
            while (turn is not { IsHeld: true })
            {
                // The wall clock may stop or be set back.
                if (time.GetUtcNow() >= until || Pauses.GetElapsedTime(began) >= until - window.OpenedAt)
                {
                    return (null, Busy(context, turn));
                }

                await Task.Delay(pause, Pauses, context.InFlight.Patience).ConfigureAwait(false);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                turn = await journal
                    .GetTurnAsync(entry.Key, entry.Attempt, context.InFlight.Patience)
                    .ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.InFlight.Patience.IsCancellationRequested)
        {
            return (
                null,
                NotSent(
                    context,
                    PaymentReason.CallerStoppedWaiting,
                    "The caller stopped waiting before anything was sent."
                )
            );
        }
#pragma warning disable CA1031 // If the journal throws, nothing is sent, because there is no turn.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), entry.Intent.IdempotencyKey);
            return (null, NotSent(context, PaymentReason.NotRecorded, JournalFault.Of(exception).Message));
        }

        return (TurnOf(context, entry, turn), null);
    }

    private AttemptTurn TurnOf(PaymentContext context, JournalEntry entry, JournalTurn turn) =>
        new(
            entry.Intent.ReadsFirst || turn.Others.Count > 0,
            [.. turn.Others.Select(EarlierOf)],
            (reading, token) => AmendAsync(context, entry, reading, token)
        );

    private async Task<PaymentResult?> AmendAsync(
        PaymentContext context,
        JournalEntry entry,
        AttemptReading reading,
        CancellationToken cancellationToken
    )
    {
        var (asked, gateway) = (context.Asked, context.Gateway.Name);
        var decision = await RecordAsync(entry, reading, cancellationToken).ConfigureAwait(false);
        return decision.Kind switch
        {
            JournalDecisionKind.Started => null,
            JournalDecisionKind.NotRecorded => PaymentAnswers.NotRecorded(asked, gateway, decision.Failure),
            JournalDecisionKind.Answered or JournalDecisionKind.InProgress => NotSent(
                context,
                PaymentReason.Busy,
                "Another process decided or took over the attempt in the meantime."
            ),
            _ => PaymentAnswers.Guarded(asked, gateway, decision),
        };
    }

    private async Task<JournalDecision> RecordAsync(
        JournalEntry entry,
        AttemptReading reading,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await journal.AmendAsync(entry.Key, entry.Attempt, reading, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), entry.Intent.IdempotencyKey);
            return JournalDecision.NotRecorded(JournalFault.Of(exception));
        }
    }

    private static PaymentResult Busy(PaymentContext context, JournalTurn? turn) =>
        NotSent(
            context,
            PaymentReason.Busy,
            turn?.HeldBy is { } holder
                ? $"The payment under the key '{holder.Key}' must finish first, but did not finish in time. Repeat the call."
                : "Other payments must finish first, but did not finish in time. Repeat the call."
        );

    private static PaymentResult NotSent(PaymentContext context, PaymentReason reason, string message) =>
        PaymentAnswers.NotSent(context.Asked, context.Gateway.Name, reason, message);

    private static EarlierPayment EarlierOf(JournalEntry entry)
    {
        var result = entry.Outcome?.Result;
        return new EarlierPayment
        {
            Attempt = entry.ToAttempt(),
            Transaction = result?.Transaction,
            // Data from an answer is used only once the answer is final.
            PaymentMethodId = (entry.IsInDoubt ? null : result?.PaymentMethod.Id) ?? entry.Intent.PaymentMethodId,
            IsInDoubt = entry.IsInDoubt,
            ExpiresAt = result?.AuthorizationExpiresAt,
        };
    }
}

using System.Diagnostics;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>The spans of payments, attempts, look-ups and resolutions. Without a listener there are none.</summary>
/// <remarks>
/// A decline is an answer, so only payments with an unknown outcome and failed look-ups have the status Error. No span contains card data,
/// an address, a token or the text of an answer.
/// </remarks>
internal static class PaymentSpan
{
    /// <summary>A caller's request, from the call to the result.</summary>
    public static OpenSpan Payment(ConfiguredGateway gateway, PaymentRequest request) =>
        Start("payment", gateway.Name, gateway.Environment, request.Operation, request.IdempotencyKey);

    /// <summary>One attempt, from the decision of the journal until its outcome is recorded.</summary>
    public static OpenSpan Attempt(PaymentContext context, JournalEntry? before = null) =>
        Start(
            "attempt",
            context.Gateway.Name,
            context.Gateway.Environment,
            context.Asked.Operation,
            context.Asked.IdempotencyKey,
            before
        );

    /// <summary>A caller's look-up.</summary>
    public static OpenSpan Lookup(ConfiguredGateway gateway, FindRequest request)
    {
        var attempt = request.Attempt;
        var span = Start("lookup", gateway.Name, gateway.Environment, attempt?.Operation, attempt?.IdempotencyKey);
        if ((Activity?)span is { IsAllDataRequested: true } activity && request.Transaction is { } transaction)
        {
            activity.SetTag(TelemetryTag.Transaction, transaction.ToString());
        }

        return span;
    }

    /// <summary>A look-up by recovery. It links to the attempt, even one of another process.</summary>
    public static OpenSpan Lookup(JournalEntry entry) => Start("lookup", entry);

    /// <summary>A person's decision. It links to the attempt.</summary>
    public static OpenSpan Resolution(JournalEntry entry) => Start("resolution", entry);

    /// <summary>
    /// Makes the attempt the parent of the spans that it causes. A change made in an awaited method ends with that method.
    /// </summary>
    public static void Enter(Activity? span)
    {
        if (span is not null)
        {
            QuietTelemetry.SetCurrent(span);
        }
    }

    /// <summary>Discards the span of an attempt that the journal did not let begin.</summary>
    public static void Drop(Activity? span)
    {
        if (span is not null)
        {
            span.IsAllDataRequested = false;
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            QuietTelemetry.Stop(span);
        }
    }

    /// <summary>Links the current look-up to the attempt that it belongs to.</summary>
    public static void LinkTo(JournalEntry? entry)
    {
        if (
            Activity.Current is { IsAllDataRequested: true } span
            && ReferenceEquals(span.Source, PaymentTelemetry.Source)
            && ContextOf(entry) is { } context
        )
        {
            span.AddLink(new ActivityLink(context));
        }
    }

    public static void End(Activity? span, PaymentResult result)
    {
        if (span is not { IsAllDataRequested: true })
        {
            return;
        }

        // The gateway that has the key answers a repeat.
        span.SetTag(TelemetryTag.Gateway, result.Gateway ?? span.GetTagItem(TelemetryTag.Gateway));
        span.SetTag(TelemetryTag.Outcome, result.Outcome.ToString());
        span.SetTag(TelemetryTag.Reason, result.Reason.ToString());
        if (result.Code is { } code)
        {
            span.SetTag(TelemetryTag.Code, code.Value);
            span.SetTag(TelemetryTag.CodeAdvice, code.Advice.ToString());
        }

        if (result.Transaction is { } transaction)
        {
            span.SetTag(TelemetryTag.Transaction, transaction.ToString());
        }

        if (result.Outcome == PaymentOutcome.Unknown)
        {
            span.SetTag(TelemetryTag.ErrorType, result.Reason.ToString());
            span.SetStatus(ActivityStatusCode.Error, "The outcome is unknown.");
        }
    }

    public static void End(Activity? span, FindResult? found)
    {
        if (span is not { IsAllDataRequested: true } || found is null)
        {
            return;
        }

        span.SetTag(TelemetryTag.LookupStatus, found.Status.ToString());
        if (found.State is { } state)
        {
            span.SetTag(TelemetryTag.Outcome, state.Outcome.ToString());
            span.SetTag(TelemetryTag.Transaction, state.Transaction.ToString());
        }

        if (found.Status == FindStatus.LookupFailed)
        {
            span.SetTag(TelemetryTag.ErrorType, nameof(FindStatus.LookupFailed));
            span.SetStatus(ActivityStatusCode.Error, "The look-up failed.");
        }
    }

    public static void End(Activity? span, JournalWrite write)
    {
        if (span is { IsAllDataRequested: true } && write is { IsRecorded: true, Entry.Outcome: { } outcome })
        {
            span.SetTag(TelemetryTag.Outcome, outcome.Outcome.ToString());
        }
    }

    /// <summary>Records only the type of the exception that ended a span; it does not show whether money moved.</summary>
    public static void Fail(Activity? span, Exception exception) =>
        span?.SetTag(TelemetryTag.ErrorType, exception.GetType().FullName);

    private static OpenSpan Start(string name, JournalEntry entry) =>
        Start(
            name,
            entry.Intent.Gateway,
            entry.Intent.Environment,
            entry.Intent.Operation,
            entry.Intent.IdempotencyKey,
            entry
        );

    private static OpenSpan Start(
        string name,
        string gateway,
        GatewayEnvironment environment,
        PaymentOperation? operation,
        IdempotencyKey? key,
        JournalEntry? linked = null
    )
    {
        if (PaymentTelemetry.Source?.HasListeners() != true)
        {
            return default;
        }

        var full = operation is { } one and not PaymentOperation.Unknown ? $"{name} {one}" : name;
        ActivityLink[]? links = ContextOf(linked) is { } context ? [new ActivityLink(context)] : null;
        var span = QuietTelemetry.Start(full, ActivityKind.Internal, links);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryTag.Gateway, gateway);
            span.SetTag(TelemetryTag.Environment, environment.ToString());
            span.SetTag(TelemetryTag.Operation, operation?.ToString());
            span.SetTag(TelemetryTag.Key, key?.ToString());
        }

        return new OpenSpan(span);
    }

    private static ActivityContext? ContextOf(JournalEntry? entry) =>
        entry?.Intent.TraceParent is { } parent
        && ActivityContext.TryParse(parent, traceState: null, isRemote: true, out var context)
            ? context
            : null;
}

using System.Diagnostics;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>The spans of payments, attempts, look-ups and resolutions; none without a listener.</summary>
/// <remarks>
/// A decline is an answer, so that only a payment whose outcome is not known, and a look-up that failed, have the status Error. No span
/// holds card data, an address, a token or an answer's text.
/// </remarks>
internal static class PaymentSpan
{
    /// <summary>What a caller asked for, from the call to the answer.</summary>
    public static Activity? Payment(ConfiguredGateway gateway, PaymentRequest request) =>
        Start("payment", gateway.Name, gateway.Environment, request.Operation, request.IdempotencyKey);

    /// <summary>One attempt, from the decision of the journal until its outcome is recorded.</summary>
    public static Activity? Attempt(PaymentContext context, JournalEntry? before = null) =>
        Start(
            "attempt",
            context.Gateway.Name,
            context.Gateway.Environment,
            context.Asked.Operation,
            context.Asked.IdempotencyKey,
            before
        );

    /// <summary>What a caller looks up.</summary>
    public static Activity? Lookup(ConfiguredGateway gateway, FindRequest request)
    {
        var attempt = request.Attempt;
        var span = Start("lookup", gateway.Name, gateway.Environment, attempt?.Operation, attempt?.IdempotencyKey);
        if (span is { IsAllDataRequested: true } && request.Transaction is { } transaction)
        {
            span.SetTag(TelemetryTag.Transaction, transaction.ToString());
        }

        return span;
    }

    /// <summary>A look-up of what the journal knows; it links to the attempt, whichever process made that.</summary>
    public static Activity? Lookup(JournalEntry entry) => Start("lookup", entry);

    /// <summary>What a person decides; it links to the attempt.</summary>
    public static Activity? Resolution(JournalEntry entry) => Start("resolution", entry);

    /// <summary>Has what an attempt causes belong to it. A change in a method that is awaited ends with that method.</summary>
    public static void Enter(Activity? span)
    {
        if (span is not null)
        {
            Activity.Current = span;
        }
    }

    /// <summary>Forgets an attempt that the journal did not let begin.</summary>
    public static void Drop(Activity? span)
    {
        if (span is not null)
        {
            span.IsAllDataRequested = false;
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            span.Dispose();
        }
    }

    /// <summary>Links the running look-up to the attempt that it turned out to be about.</summary>
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

        // A repeat is answered by the gateway that has its key.
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
            span.SetStatus(ActivityStatusCode.Error, "The outcome is not known.");
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

    /// <summary>Says that a span ended with an exception, by its type alone; whether money moved is not in question then.</summary>
    public static void Fail(Activity? span, Exception exception) =>
        span?.SetTag(TelemetryTag.ErrorType, exception.GetType().FullName);

    private static Activity? Start(string name, JournalEntry entry) =>
        Start(
            name,
            entry.Intent.Gateway,
            entry.Intent.Environment,
            entry.Intent.Operation,
            entry.Intent.IdempotencyKey,
            entry
        );

    private static Activity? Start(
        string name,
        string gateway,
        GatewayEnvironment environment,
        PaymentOperation? operation,
        IdempotencyKey? key,
        JournalEntry? linked = null
    )
    {
        if (!PaymentTelemetry.Source.HasListeners())
        {
            return null;
        }

        var full = operation is { } one and not PaymentOperation.Unknown ? $"{name} {one}" : name;
        ActivityLink[]? links = ContextOf(linked) is { } context ? [new ActivityLink(context)] : null;
        var span = PaymentTelemetry.Source.StartActivity(
            full,
            ActivityKind.Internal,
            default(ActivityContext),
            null,
            links
        );
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryTag.Gateway, gateway);
            span.SetTag(TelemetryTag.Environment, environment.ToString());
            span.SetTag(TelemetryTag.Operation, operation?.ToString());
            span.SetTag(TelemetryTag.Key, key?.ToString());
        }

        return span;
    }

    private static ActivityContext? ContextOf(JournalEntry? entry) =>
        entry?.Intent.TraceParent is { } parent
        && ActivityContext.TryParse(parent, traceState: null, isRemote: true, out var context)
            ? context
            : null;
}

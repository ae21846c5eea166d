using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>The stages in their order: the one way that a request takes to a provider.</summary>
/// <remarks>
/// Validation checks the request. InFlight runs each key once and lets repeats join. RetryLimit refuses what the schemes charge for,
/// where that is configured. The journal records the intent before and the outcome after. Resilience tries again what is safe. The
/// adapter stage runs the adapter and believes only what it proves.
/// </remarks>
internal sealed class PaymentPipeline
{
    private readonly PaymentStep _first;
    private readonly JournalStage _journal;
    private readonly RetryCount _retries;
    private readonly JournalClock _time;

    public PaymentPipeline(
        ValidationStage validation,
        InFlightStage inFlight,
        RetryLimitStage retryLimit,
        JournalStage journal,
        ResilienceStage resilience,
        AdapterStage adapter,
        RetryCount retries,
        JournalClock time
    )
    {
        (_journal, _retries, _time) = (journal, retries, time);
        IPaymentStage[] stages = [validation, inFlight, retryLimit, journal, resilience];
        _first = adapter.RunAsync;
        foreach (var stage in Enumerable.Reverse(stages))
        {
            var next = _first;
            _first = context => stage.RunAsync(context, next);
        }
    }

    /// <exception cref="OperationCanceledException">The caller left before anything was sent.</exception>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    public Task<PaymentResult> RunAsync(
        ConfiguredGateway gateway,
        PaymentRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return RunAsync(new PaymentContext(gateway, request, cancellationToken));
    }

    /// <inheritdoc cref="RunAsync(ConfiguredGateway, PaymentRequest, CancellationToken)" />
    public async Task<PaymentResult> RunAsync(PaymentContext context)
    {
        var gateway = context.Gateway;
        long? began = PaymentMeter.WantsDurations ? _time.Host.GetTimestamp() : null;
        using var span = PaymentSpan.Payment(gateway, context.Asked);
        try
        {
            var result = await _first(context).ConfigureAwait(false);
            // What the journal answers, too, is read by the table that is configured now.
            result = await _retries
                .ReadAsync(
                    result,
                    () => context.IntentIn(new SendWindow(_time, gateway.SendWithin, _time.Host)),
                    gateway.ResponseCodes,
                    context.Caller
                )
                .ConfigureAwait(false);
            PaymentSpan.End(span, result);
            if (began is { } from)
            {
                PaymentMeter.Took(_time.Host.GetElapsedTime(from), result);
            }

            return result;
        }
        catch (Exception exception)
        {
            PaymentSpan.Fail(span, exception);
            throw;
        }
    }

    /// <summary>Looks a transaction up; what the journal knows and what the provider shows are told together.</summary>
    /// <exception cref="PaymentRequestException">The request cannot be sent.</exception>
    public async Task<FindResult> FindAsync(
        ConfiguredGateway gateway,
        FindRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = PaymentSpan.Lookup(gateway, request);
        var readAt = _time.GetUtcNow();
        var found = await gateway.FindAsync(request, cancellationToken).ConfigureAwait(false);
        PaymentSpan.End(span, found);
        var known = await _journal
            .RecordFoundAsync(gateway, request, found, readAt, cancellationToken)
            .ConfigureAwait(false);
        return gateway.ResponseCodes != ResponseCodeTable.Default && known.State is { Code: { } code } state
            ? known with
            {
                State = state with { Code = code.By(gateway.ResponseCodes) },
            }
            : known;
    }
}

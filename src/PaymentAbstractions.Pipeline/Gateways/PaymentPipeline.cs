namespace PaymentAbstractions;

/// <summary>The stages in their order. Every request to a provider passes through them.</summary>
/// <remarks>
/// Validation checks the request. InFlight runs each key once and lets repeats join. RetryLimit rejects attempts that the card schemes
/// charge for, if configured. The journal records the intent before sending and the outcome after. Resilience retries what is safe.
/// The adapter stage runs the adapter and accepts only proven results.
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

    /// <exception cref="OperationCanceledException">The caller canceled before anything was sent.</exception>
    /// <exception cref="PaymentRequestException">The request is invalid; nothing was sent.</exception>
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
            // Answers from the journal also use the response code table that is currently configured.
            if (RetryCount.Concerns(result, gateway.ResponseCodes))
            {
                result = await ReadAsync(context, gateway, result).ConfigureAwait(false);
            }

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

    /// <summary>Looks up a transaction, and combines the journal's data with the provider's answer.</summary>
    /// <exception cref="PaymentRequestException">The request is invalid and cannot be sent.</exception>
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
        return known.State is { Code: { } code } state && !code.IsBy(gateway.ResponseCodes)
            ? known with
            {
                State = state with { Code = code.By(gateway.ResponseCodes) },
            }
            : known;
    }

    private Task<PaymentResult> ReadAsync(PaymentContext context, ConfiguredGateway gateway, PaymentResult result) =>
        _retries.ReadAsync(
            result,
            () => context.IntentIn(_time.OpenWindow(gateway.SendWithin)),
            gateway.ResponseCodes,
            context.Caller
        );
}

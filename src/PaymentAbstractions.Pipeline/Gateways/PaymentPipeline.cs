namespace PaymentAbstractions;

/// <summary>The stages in their order: the one way that a request takes to a provider.</summary>
/// <remarks>
/// Validation checks the request. InFlight runs each key once and lets repeats join. The journal records the intent before and the
/// outcome after. Resilience tries again what is safe. The adapter stage runs the adapter and believes only what it proves.
/// </remarks>
internal sealed class PaymentPipeline
{
    private readonly PaymentStep _first;
    private readonly JournalStage _journal;
    private readonly TimeProvider _time;

    public PaymentPipeline(
        ValidationStage validation,
        InFlightStage inFlight,
        JournalStage journal,
        ResilienceStage resilience,
        AdapterStage adapter,
        JournalClock time
    )
    {
        (_journal, _time) = (journal, time);
        IPaymentStage[] stages = [validation, inFlight, journal, resilience];
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
        return _first(new PaymentContext(gateway, request, cancellationToken));
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
        var readAt = _time.GetUtcNow();
        var found = await gateway.FindAsync(request, cancellationToken).ConfigureAwait(false);
        return await _journal
            .RecordFoundAsync(gateway, request, found, readAt, cancellationToken)
            .ConfigureAwait(false);
    }
}

namespace PaymentAbstractions;

/// <summary>The stages in their order: the one way that a request takes to a provider.</summary>
/// <remarks>
/// Validation checks the request. InFlight runs each key once and lets repeats join. The journal records the intent before and the
/// outcome after. Resilience tries again what is safe. The adapter stage runs the adapter and believes only what it proves.
/// </remarks>
internal sealed class PaymentPipeline
{
    private readonly PaymentStep _first;

    public PaymentPipeline(
        ValidationStage validation,
        InFlightStage inFlight,
        IJournalStage journal,
        ResilienceStage resilience,
        AdapterStage adapter
    )
    {
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
}

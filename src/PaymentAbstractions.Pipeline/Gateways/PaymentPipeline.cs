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
        var running = _first(new PaymentContext(gateway, request, cancellationToken));
        return gateway.ResponseCodes == ResponseCodeTable.Default ? running : ReadAsync(running, gateway.ResponseCodes);
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
        var known = await _journal
            .RecordFoundAsync(gateway, request, found, readAt, cancellationToken)
            .ConfigureAwait(false);
        return known.State is { Code: { } code } state
            ? known with
            {
                State = state with { Code = code.By(gateway.ResponseCodes) },
            }
            : known;
    }

    // What the journal answers, too, is read by the table that is configured now.
    private static async Task<PaymentResult> ReadAsync(Task<PaymentResult> running, ResponseCodeTable table)
    {
#pragma warning disable VSTHRD003 // It was started by the caller of this method.
        var result = await running.ConfigureAwait(false);
#pragma warning restore VSTHRD003
        return result.Code is { } code ? result with { Code = code.By(table) } : result;
    }
}

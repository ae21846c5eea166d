namespace PaymentAbstractions;

/// <summary>Sends without a journal: nothing is remembered, so two calls of one key are two exchanges.</summary>
internal sealed class UnjournaledStage(
    string gateway,
    ResilientExecution execution,
    GatewayCapabilities capabilities,
    RunningExchanges exchanges,
    TimeProvider time
) : ExecutionStage
{
    public override Task<PaymentResult> RunAsync(
        PaymentRequest request,
        CommercialCardData? leftOut,
        CancellationToken cancellationToken
    )
    {
        var exchange = new RunningExchange(request, leftOut);
        exchanges.Start(exchange, SendAsync);
        return WaitAsync(exchange, gateway, cancellationToken);
    }

    private Task<PaymentResult> SendAsync(RunningExchange exchange)
    {
        var startedAt = time.GetUtcNow();
        return execution.SendAsync(
            new WriteTries(
                exchange,
                startedAt,
                window: null,
                KeyWindow.Until(capabilities, exchange.Request.Operation, startedAt)
            )
        );
    }
}

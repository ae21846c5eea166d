namespace PaymentAbstractions;

/// <summary>One stage of the pipeline. <see cref="PaymentPipeline"/> defines the order.</summary>
/// <remarks>
/// Thread-safe and shared by all gateways. The context holds the state of one payment; the gateway holds its own state.
/// </remarks>
internal interface IPaymentStage
{
    /// <exception cref="OperationCanceledException">The caller canceled before anything was sent.</exception>
    /// <exception cref="PaymentRequestException">The request is invalid; nothing was sent.</exception>
    Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next);
}

namespace PaymentAbstractions;

/// <summary>One layer of the pipeline. <see cref="PaymentPipeline"/> has the order.</summary>
/// <remarks>Thread-safe and shared by all gateways: what belongs to one payment is in its context, what belongs to one gateway in the gateway.</remarks>
internal interface IPaymentStage
{
    /// <exception cref="OperationCanceledException">The caller left before anything was sent.</exception>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next);
}

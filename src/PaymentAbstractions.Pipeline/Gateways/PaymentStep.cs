namespace PaymentAbstractions;

/// <summary>Runs the remaining stages of the pipeline.</summary>
internal delegate Task<PaymentResult> PaymentStep(PaymentContext context);

namespace PaymentAbstractions;

/// <summary>The rest of the pipeline, as a stage sees it.</summary>
internal delegate Task<PaymentResult> PaymentStep(PaymentContext context);

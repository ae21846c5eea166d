namespace PaymentAbstractions.Chaos;

/// <summary>What becomes of an order.</summary>
internal enum OrderFlow
{
    Sale,
    SaleThenVoid,
    SaleThenRefund,
    SaleThenTwoRefunds,
    AuthorizeThenCapture,
    AuthorizeThenTwoCaptures,
    AuthorizeThenVoid,
    AuthorizeThenCaptureOrVoid,
    AuthorizeCaptureRefund,
}

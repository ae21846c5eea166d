namespace PaymentAbstractions.Chaos;

/// <summary>The course of an order.</summary>
internal enum OrderFlow
{
    Sale,
    SaleThenVoid,
    SaleThenRefund,
    SaleThenTwoRefunds,
    SaleThenCredit,
    Credit,
    Setup,
    SetupThenSale,
    RefundOfSaleElsewhere,
    AuthorizeThenCapture,
    AuthorizeThenTwoCaptures,
    AuthorizeThenVoid,
    AuthorizeThenCaptureOrVoid,
    AuthorizeCaptureRefund,
}

namespace PaymentAbstractions.Rebilly.Wire;

internal sealed class InstrumentReferenceBody
{
    public string? Method { get; set; }
    public string? PaymentInstrumentId { get; set; }
}

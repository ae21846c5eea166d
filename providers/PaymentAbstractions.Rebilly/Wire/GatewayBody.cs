namespace PaymentAbstractions.Rebilly.Wire;

internal sealed class GatewayBody
{
    public CodeBody? Response { get; set; }
    public CodeBody? AvsResponse { get; set; }
    public CodeBody? CvvResponse { get; set; }
}

namespace PaymentAbstractions.Rebilly.Wire;

internal sealed class GatewayBody
{
    public CodeBody? Response { get; set; }
    public VerificationBody? AvsResponse { get; set; }
    public VerificationBody? CvvResponse { get; set; }
}

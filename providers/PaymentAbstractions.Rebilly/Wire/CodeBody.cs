namespace PaymentAbstractions.Rebilly.Wire;

internal sealed class CodeBody
{
    public string? Code { get; set; }
    public string? Message { get; set; }
    public string? OriginalCode { get; set; }
    public string? OriginalMessage { get; set; }
}

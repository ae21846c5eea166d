namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>What the gateway said about an address or a security code; only the letter counts.</summary>
internal sealed class VerificationBody
{
    public string? Code { get; set; }
}

namespace PaymentAbstractions.Rebilly.Wire;

internal sealed class LinkBody
{
    public string? Rel { get; set; }
    public string? Href { get; set; }
}

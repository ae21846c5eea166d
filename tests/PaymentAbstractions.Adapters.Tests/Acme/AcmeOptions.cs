namespace PaymentAbstractions.Adapters.Tests;

public sealed class AcmeOptions : GatewayOptions
{
    public Uri? BaseUrl { get; set; }

    public string? Merchant { get; set; }

    public ApiKey? ApiKey { get; set; }
}

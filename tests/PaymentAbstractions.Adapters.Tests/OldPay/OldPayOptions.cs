namespace PaymentAbstractions.Adapters.Tests;

public sealed class OldPayOptions
{
    public Uri? BaseUrl { get; set; }

    public string? Merchant { get; set; }

    public ApiKey? Password { get; set; }
}

using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>A fictitious modern provider with JSON, a key header, ids, a status, children, and a list by key.</summary>
public sealed class AcmeProvider : HttpPaymentProvider<AcmeOptions>
{
    public override string Name => "Acme";

    protected override void Bind(IConfiguration configuration, AcmeOptions options)
    {
        configuration.Bind(options);
        if (configuration[nameof(options.ApiKey)] is { } key)
        {
            options.ApiKey = new ApiKey(key);
        }
    }

    protected override void Validate(AcmeOptions options, GatewayContext context, ProblemList problems)
    {
        problems.CheckSecret(nameof(options.ApiKey), options.ApiKey, "the secret API key");
        if (options.BaseUrl is not { } url || !HttpAdapterOptions.IsApiAddress(url))
        {
            problems.Add(nameof(options.BaseUrl), "must be an absolute https address without query.");
        }

        if (string.IsNullOrWhiteSpace(options.Merchant))
        {
            problems.Add(nameof(options.Merchant), "is missing.");
        }
    }

    protected override PaymentAdapter CreateAdapter(AcmeOptions options, GatewayContext context) =>
        new AcmeAdapter(options, context);
}

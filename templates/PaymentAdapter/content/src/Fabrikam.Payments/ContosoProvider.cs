using Microsoft.Extensions.Configuration;

namespace Fabrikam.Payments;

/// <summary>Creates gateways to Contoso. Its name in configuration is <c>Contoso</c>.</summary>
public sealed class ContosoProvider : HttpPaymentProvider<ContosoOptions>
{
    /// <inheritdoc />
    public override string Name => "Contoso";

    /// <inheritdoc />
    protected override void Bind(IConfiguration configuration, ContosoOptions options)
    {
        configuration.Bind(options);
        if (configuration[nameof(options.ApiKey)] is { } key)
        {
            options.ApiKey = new ApiKey(key);
        }
    }

    /// <inheritdoc />
    protected override void Validate(ContosoOptions options, GatewayContext context, ProblemList problems)
    {
        problems.CheckSecret(nameof(options.ApiKey), options.ApiKey, "the secret API key");
        if (options.BaseUrl is not { } url || !HttpAdapterOptions.IsApiAddress(url))
        {
            problems.Add(nameof(options.BaseUrl), "must be an absolute https address without a query.");
        }

        if (string.IsNullOrWhiteSpace(options.Merchant))
        {
            problems.Add(nameof(options.Merchant), "is missing; set it to the merchant's account at Contoso.");
        }
    }

    /// <inheritdoc />
    protected override PaymentAdapter CreateAdapter(ContosoOptions options, GatewayContext context) =>
        new ContosoAdapter(options, context);
}

using Microsoft.Extensions.Configuration;

namespace OldPay;

/// <summary>Creates gateways to OldPay, an invented old provider. Its name in configuration is <c>OldPay</c>.</summary>
public sealed class OldPayProvider : HttpPaymentProvider<OldPayOptions>
{
    /// <inheritdoc />
    public override string Name => "OldPay";

    /// <inheritdoc />
    protected override void Bind(IConfiguration configuration, OldPayOptions options)
    {
        configuration.Bind(options);
        options.Password = configuration[nameof(options.Password)] is { } key ? new ApiKey(key) : options.Password;
    }

    /// <inheritdoc />
    protected override void Validate(OldPayOptions options, GatewayContext context, ProblemList problems)
    {
        problems.CheckText(nameof(options.BaseUrl), options.BaseUrl?.OriginalString, "the address of the API");
        problems.CheckAddress(nameof(options.BaseUrl), options.BaseUrl);
        problems.CheckText(nameof(options.Merchant), options.Merchant, "the merchant's number");
        problems.CheckSecret(nameof(options.Password), options.Password, "the password of the API");
    }

    /// <inheritdoc />
    protected override PaymentAdapter CreateAdapter(OldPayOptions options, GatewayContext context) =>
        new OldPayAdapter(options, context, OldPayAdapter.Profile(options));
}

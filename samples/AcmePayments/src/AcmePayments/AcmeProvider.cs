using Microsoft.Extensions.Configuration;

namespace AcmePayments;

/// <summary>Creates gateways to Acme. Its name in configuration is <c>Acme</c>.</summary>
public sealed class AcmeProvider : HttpPaymentProvider<AcmeOptions>
{
    /// <inheritdoc />
    public override string Name => "Acme";

    /// <inheritdoc />
    protected override void Bind(IConfiguration configuration, AcmeOptions options)
    {
        configuration.Bind(options);
        options.ApiKey = configuration[nameof(options.ApiKey)] is { } key ? new ApiKey(key) : options.ApiKey;
    }

    /// <inheritdoc />
    protected override void Validate(AcmeOptions options, GatewayContext context, ProblemList problems)
    {
        problems.CheckSecret(nameof(options.ApiKey), options.ApiKey, "the secret key of the account, sk_…");
        problems.CheckText(nameof(options.AccountId), options.AccountId, "your account at Acme, acct_…");
        problems.CheckAddress(nameof(options.BaseUrl), options.BaseUrl);
    }

    /// <inheritdoc />
    protected override PaymentAdapter CreateAdapter(AcmeOptions options, GatewayContext context) =>
        new AcmeAdapter(options, context);
}

using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>A variant of Acme without a list by key.</summary>
public sealed class ListlessProvider : HttpPaymentProvider<AcmeOptions>
{
    public override string Name => "Listless";

    protected override void Bind(IConfiguration configuration, AcmeOptions options)
    {
        configuration.Bind(options);
        options.ApiKey = new ApiKey(AdapterFixture.Secret);
    }

    protected override void Validate(AcmeOptions options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(AcmeOptions options, GatewayContext context) =>
        new Adapter(options, context);

    private sealed class Adapter(AcmeOptions options, GatewayContext context) : AcmeAdapter(options, context)
    {
        protected override ProviderRequest? ListFor(AdapterAttempt attempt) => null;
    }
}

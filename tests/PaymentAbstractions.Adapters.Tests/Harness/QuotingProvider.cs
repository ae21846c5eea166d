using Microsoft.Extensions.Configuration;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Acme through an adapter that quotes the provider in contradictory answers.</summary>
public sealed class QuotingProvider : HttpPaymentProvider<AcmeOptions>
{
    public override string Name => "Quoting";

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
        protected override ProviderTransaction? Read(TransportAnswer answer, PaymentOperation operation) =>
            base.Read(answer, operation) is { } shown
                ? shown with
                {
                    Contradiction = $"The provider says {shown.Provider.Message}",
                }
                : null;
    }
}

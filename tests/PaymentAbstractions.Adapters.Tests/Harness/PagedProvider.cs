using Microsoft.Extensions.Configuration;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>A variant of Acme with paged lists and a separate list of a transaction's children.</summary>
public sealed class PagedProvider : HttpPaymentProvider<AcmeOptions>
{
    public override string Name => "Paged";

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
        protected override IReadOnlyList<ProviderTransaction>? ReadList(TransportAnswer answer) =>
            answer.StatusCode == 200 && JsonFields.Read(answer)?.DecidingObjects("data") is { } rows
                ? [.. rows.Select(AcmeReader.Read)]
                : null;

        protected override ProviderRequest? NextPage(
            ProviderRequest list,
            TransportAnswer answer,
            IReadOnlyList<ProviderTransaction> rows
        ) =>
            JsonFields.Read(answer)!.DecidingFlag("has_more") == true
                ? ProviderRequest.Get($"{list.Path}&after={rows[^1].Id}")
                : null;

        protected override ProviderRequest? ListChildrenOf(ProviderTransaction transaction) =>
            ProviderRequest.Get($"children?of={transaction.Id}");
    }
}

using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Benchmarks.Sales;
using PaymentAbstractions.Rebilly;

namespace PaymentAbstractions.Benchmarks.Gateway;

/// <summary>The account that the adapter's parts work for.</summary>
internal static class RebillyInternals
{
    public static RebillyAccount Account() =>
        new(
            new RebillyOptions
            {
                OrganizationId = Order.OrganizationId,
                WebsiteId = Order.WebsiteId,
                ApiKey = new ApiKey(Order.ApiKey),
            },
            new GatewayContext
            {
                Name = "cards",
                Environment = GatewayEnvironment.Sandbox,
                KeyNamespace = Order.KeyNamespace,
                TimeProvider = TimeProvider.System,
                Services = new ServiceCollection().BuildServiceProvider(),
            }
        );
}

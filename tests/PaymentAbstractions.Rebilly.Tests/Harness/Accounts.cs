using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests;

internal static class Accounts
{
    public static AdapterProfile Make(
        RebillyOptions? options = null,
        GatewayEnvironment environment = GatewayEnvironment.Sandbox
    ) =>
        RebillyProfile.Of(
            options
                ?? new RebillyOptions
                {
                    OrganizationId = "org_1",
                    WebsiteId = "web_1",
                    ApiKey = new ApiKey("sk"),
                },
            new GatewayContext
            {
                Name = "cards",
                Environment = environment,
                KeyNamespace = "payments",
                TimeProvider = new SandboxClock(ConformanceHarness.Start),
                Services = new ServiceCollection().BuildServiceProvider(),
            }
        );
}

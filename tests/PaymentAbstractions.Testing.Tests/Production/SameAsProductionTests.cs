using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Testing.Tests.Production;

/// <summary>Runs the same scenarios with the fake gateway and with an application that has another provider.</summary>
public sealed class SameAsProductionTests
{
    private readonly ManualTimeProvider _clock = new();

    public static TheoryData<string> Names => [.. Scenarios.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fake_answers_as_a_configured_gateway_does(string name)
    {
        var scenario = Scenarios.All[name];
        var capabilities = new FakePaymentGateway().Capabilities with { HighestDataLevel = scenario.HighestDataLevel };
        await using var application = Application(capabilities);
        var fake = Fake(capabilities);
        var real = Real(application);

        await scenario.RunAsync(real);
        await scenario.RunAsync(fake);

        Assert.Equal(scenario.Outcomes, real.Outcomes);
        Assert.Equal(real.Answers, fake.Answers);
    }

    private Shop Fake(GatewayCapabilities capabilities)
    {
        var gateway = new FakePaymentGateway { Capabilities = capabilities, TimeProvider = _clock };
        gateway.When(
            request => request is AuthorizeRequest,
            request =>
                PaymentResults.Approved(request) with
                {
                    AuthorizationExpiresAt = _clock.GetUtcNow() + LedgerAdapter.AuthorizationLife,
                }
        );
        return new Shop(gateway, _clock, moneyMoved => gateway.EnqueueUnknown(moneyMoved));
    }

    private static Shop Real(ServiceProvider application)
    {
        var adapter = application.GetRequiredService<LedgerAdapter>();
        return new Shop(
            application.GetRequiredService<IPaymentGateway>(),
            (ManualTimeProvider)application.GetRequiredService<TimeProvider>(),
            adapter.LoseNextAnswer
        );
    }

    private static ServiceProvider Application(GatewayCapabilities capabilities)
    {
        var clock = new ManualTimeProvider();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Payments:Journal"] = "InMemory",
                    ["Payments:Resilience:MaxRetries"] = "0",
                    [$"Payments:Gateways:{FakePaymentGateway.DefaultName}:Provider"] = "Ledger",
                    [$"Payments:Gateways:{FakePaymentGateway.DefaultName}:Environment"] = "Sandbox",
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new LedgerAdapter(capabilities, clock));
        services.AddPayments(configuration.GetSection("Payments"), payments => payments.AddProvider<LedgerProvider>());
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
    }
}

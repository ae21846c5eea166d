using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Testing;

/// <summary>Lets <c>AddPayments</c> create the adapter of a fake gateway like any other.</summary>
internal sealed class FakeProvider : PaymentProvider<object>
{
    public override string Name => "Fake";

    /// <summary>Creates an application with one gateway that uses the given adapter.</summary>
    public static FakeApplication MakeApplication(FakePaymentGateway gateway, FakeAdapter adapter)
    {
        const string section = "Payments";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new($"{section}:Gateways:{gateway.Name}:Provider", "Fake"),
            new($"{section}:Gateways:{gateway.Name}:Environment", nameof(GatewayEnvironment.Sandbox)),
            // A clock that does not advance would never end the waits between retries, or an open circuit.
            new($"{section}:Resilience:MaxRetries", "0"),
            new($"{section}:Resilience:MaxLookupRetries", "0"),
            new($"{section}:Resilience:FailureRatio", "0"),
        ]);
        // Keeps everything while a test runs, like a journal on disk.
        var journal =
            gateway.Journal
            ?? new InMemoryPaymentJournal(
                new InMemoryJournalOptions { KeepClosedFor = InMemoryJournalOptions.MostKeepClosedFor },
                gateway.TimeProvider
            );
        var services = new ServiceCollection();
        services.AddSingleton(adapter);
        services.AddSingleton(gateway.TimeProvider);
        services.AddPayments(
            configuration.Build().GetSection(section),
            payments => payments.AddProvider<FakeProvider>().UseJournal((_, _) => Task.FromResult(journal))
        );
        services.AddSingleton<HandlerScopes>();
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<ResolutionPublisher>(
                provider,
                provider.GetRequiredService<HandlerScopes>()
            )
        );
        var provider = services.BuildServiceProvider();
        return new FakeApplication(
            provider.GetRequiredService<IPaymentGateways>().Get(gateway.Name),
            provider.GetRequiredService<IPaymentRecovery>(),
            journal,
            provider.GetRequiredService<IPaymentReconciliation>(),
            provider.GetRequiredService<HandlerScopes>()
        );
    }

    protected override void Bind(IConfiguration configuration, object options) { }

    protected override void Validate(object options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(object options, GatewayContext context) =>
        context.Services.GetRequiredService<FakeAdapter>();
}

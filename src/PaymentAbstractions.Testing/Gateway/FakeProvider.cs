using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Testing;

/// <summary>Lets <c>AddPayments</c> create the adapter of a fake gateway like any other.</summary>
internal sealed class FakeProvider : PaymentProvider<FakeOptions>
{
    public override string Name => "Fake";

    /// <summary>Creates an application with one gateway that uses the given adapter.</summary>
    public static FakeApplication MakeApplication(FakePaymentGateway gateway, FakeAdapter adapter)
    {
        // Keeps everything while a test runs, like a journal on disk.
        var journal =
            gateway.Journal
            ?? new InMemoryPaymentJournal(
                new InMemoryJournalOptions { KeepClosedFor = InMemoryJournalOptions.MaxKeepClosedFor },
                gateway.TimeProvider
            );
        var services = new ServiceCollection();
        services.AddSingleton(adapter);
        services.AddSingleton(gateway.TimeProvider);
        services
            .AddPayments()
            .AddGateway<FakeProvider, FakeOptions>(
                gateway.Name,
                options => options.Environment = GatewayEnvironment.Sandbox
            )
            .UseJournal((_, _) => Task.FromResult(journal));
        services.Configure<ResilienceOptions>(options =>
        {
            // A clock that stands still would never end the waits between two retries, or an open circuit.
            options.MaxRetries = 0;
            options.MaxLookupRetries = 0;
            options.FailureRatio = 0;
        });
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

    protected override void Bind(IConfiguration configuration, FakeOptions options) { }

    protected override void Validate(FakeOptions options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(FakeOptions options, GatewayContext context) =>
        context.Services.GetRequiredService<FakeAdapter>();
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class HostStartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bad_configuration_stops_the_start_with_every_problem()
    {
        using var host = Build(
            """
            { "Unknown": "key", "Gateways": { "cards": { "Provider": "Nobody" }, "bank": { "Provider": "Test" } } }
            """
        );

        var exception = await Assert.ThrowsAsync<PaymentConfigurationException>(() => host.StartAsync(Token));

        Assert.Equal(4, exception.Problems.Count);
    }

    [Fact]
    public async Task A_good_configuration_starts()
    {
        using var host = Build("""{ "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }""");

        await host.StartAsync(Token);
        var result = await host
            .Services.GetRequiredService<IPaymentGateway>()
            .SaleAsync(Testing.PaymentRequests.Sale(), Token);
        await host.StopAsync(Token);

        Assert.True(result.IsApproved);
    }

    [Fact]
    public async Task Without_a_choice_of_journal_it_does_not_start_and_names_the_fix()
    {
        using var host = Build(
            """{ "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }""",
            payments => payments.AddProvider<TestProvider>()
        );

        var exception = await Assert.ThrowsAsync<PaymentConfigurationException>(() => host.StartAsync(Token));

        var problem = Assert.Single(exception.Problems);
        Assert.StartsWith("Payments:Journal: is missing.", problem, StringComparison.Ordinal);
        Assert.All(
            [
                "UseSqliteJournal(path)",
                "UseJournal(open)",
                "UseInMemoryJournal()",
                "\"Kind\": \"Sqlite\"",
                "\"InMemory\"",
            ],
            way => Assert.Contains(way, problem, StringComparison.Ordinal)
        );
    }

    private static IHost Build(string json, Action<PaymentsBuilder>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.ConfigureContainer(
            new DefaultServiceProviderFactory(
                new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
            )
        );
        var configuration = new TestConfiguration(json);
        builder.Services.AddPayments(
            configuration.Payments,
            configure
                ?? (
                    payments =>
                        payments.AddProvider<TestProvider>().UseInMemoryJournal(options => options.AllowLive = true)
                )
        );
        return builder.Build();
    }
}

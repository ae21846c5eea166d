using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>The clock of the emulated Rebilly and the clock of the application.</summary>
public class ClockTests
{
    [Fact]
    public async Task A_sandbox_as_it_starts_by_default_suits_an_application_on_the_systems_time()
    {
        await using var sandbox = await RebillySandbox.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );

        var result = await SellAsync(sandbox, TimeProvider.System);

        Assert.Equal((PaymentOutcome.Approved, null), (result.Outcome, result.Message));
    }

    [Fact]
    public async Task Clocks_that_contradict_each_other_are_both_named()
    {
        var here = new DateTimeOffset(2026, 11, 26, 18, 30, 15, TimeSpan.Zero);
        await using var sandbox = await RebillySandbox.StartAsync(
            new RebillySandboxOptions { StartTime = ConformanceHarness.Start },
            TestContext.Current.CancellationToken
        );

        var result = await SellAsync(sandbox, new SandboxClock(here));

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Contains("2026-03-01T12:00:00Z", result.Anomaly?.Description, StringComparison.Ordinal);
        Assert.Contains("2026-11-26T18:30:15Z", result.Anomaly?.Description, StringComparison.Ordinal);
    }

    private static async Task<PaymentResult> SellAsync(RebillySandbox sandbox, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddPayments(
            RebillyFixture.Section(
                ("BaseUrl", sandbox.BaseAddress.AbsoluteUri),
                ("OrganizationId", "org_sandbox"),
                ("ApiKey", "sk_sandbox"),
                ("WebsiteId", "web_sandbox")
            ),
            payments => payments.AddProvider<RebillyProvider>()
        );
        await using var provider = services.BuildServiceProvider();
        return await provider
            .GetRequiredService<IPaymentGateway>()
            .SaleAsync(
                Some.Sale() with
                {
                    Customer = new Customer { Id = "cus_1", CreateOrUpdate = true },
                    PaymentMethod = Some.Card,
                    BillingAddress = Some.Address,
                },
                TestContext.Current.CancellationToken
            );
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentAbstractions.Http;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Rebilly;
using PaymentAbstractions.VirtualTerminal;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>A whole application in code: two providers with hyphens in their names, and a journal on disk.</summary>
public sealed class CodeFirstTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CodeShop.Rebilly)]
    [InlineData(CodeShop.Terminal)]
    public async Task A_name_with_a_hyphen_goes_through_sale_journal_and_reference(string gateway)
    {
        await using var shop = await CodeShop.StartAsync();
        string text;
        await using (var first = shop.Open())
        {
            var sold = await CodeShop.SellAsync(first, gateway);
            Assert.True(sold.IsApproved, sold.Message);
            text = $"{sold.Transaction}";
        }

        await using var second = shop.Open();
        var reference = TransactionReference.Parse(text);
        var entry = await second
            .GetRequiredService<IPaymentJournal>()
            .FindAsync(new JournalKey(GatewayEnvironment.Sandbox, CodeShop.Sale(gateway).IdempotencyKey), Token);
        var repeated = await CodeShop.SellAsync(second, gateway);
        // The gateway without a name is the default one; the reference names the gateway of the transaction.
        var voided = await second
            .GetRequiredService<IPaymentGateway>()
            .VoidAsync(
                new VoidRequest { IdempotencyKey = new IdempotencyKey("void-1"), Transaction = reference },
                Token
            );

        Assert.Equal(gateway, reference.Gateway);
        Assert.Equal(gateway, entry!.Intent.Gateway);
        Assert.Equal(reference, repeated.Transaction);
        Assert.Equal((gateway, PaymentOutcome.Approved), (voided.Gateway, voided.Outcome));
    }

    [Fact]
    public async Task Each_gateway_goes_through_its_own_proxy()
    {
        await using var shop = await CodeShop.StartAsync();
        await using var eu = await ForwardProxy.StartAsync();
        await using var us = await ForwardProxy.StartAsync();
        await using var services = shop.Open(services =>
        {
            Through(services, CodeShop.Rebilly, eu);
            Through(services, CodeShop.Terminal, us);
        });

        var first = await CodeShop.SellAsync(services, CodeShop.Rebilly);
        var second = await CodeShop.SellAsync(services, CodeShop.Terminal);

        Assert.True(first.IsApproved, first.Message);
        Assert.True(second.IsApproved, second.Message);
        Assert.NotEmpty(eu.Passed);
        Assert.NotEmpty(us.Passed);
        Assert.All(eu.Passed, authority => Assert.Equal(shop.RebillySandbox.BaseAddress.Authority, authority));
        Assert.All(us.Passed, authority => Assert.Equal(shop.TerminalSandbox.BaseAddress.Authority, authority));
    }

    [Fact]
    public async Task A_gateway_that_a_reload_adds_has_a_client_of_its_own()
    {
        await using var shop = await CodeShop.StartAsync();
        await using var proxy = await ForwardProxy.StartAsync();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
        await using var services = shop.Open(services =>
        {
            services.AddPayments(configuration.GetSection("Payments"), _ => { });
            Through(services, "late", proxy);
        });
        _ = services.GetRequiredService<IPaymentGateways>();

        foreach (
            var (key, value) in new[]
            {
                ("Provider", "Rebilly"),
                ("Environment", "Sandbox"),
                ("BaseUrl", $"{shop.RebillySandbox.BaseAddress}"),
                ("OrganizationId", "org_late"),
                ("WebsiteId", "web_sandbox"),
                ("ApiKey", "sk_sandbox"),
            }
        )
        {
            configuration[$"Payments:Gateways:late:{key}"] = value;
        }

        configuration.Reload();
        var result = await services
            .GetRequiredService<IPaymentGateways>()
            .Get("late")
            .FindAsync(FindRequest.For(PaymentAttempt.Of(CodeShop.Sale("late"), DateTimeOffset.UnixEpoch)), Token);

        Assert.NotEqual(FindStatus.Found, result.Status);
        Assert.NotEmpty(proxy.Passed);
    }

    [Fact]
    public async Task PostConfigure_decides_and_the_monitor_shows_what_is_used()
    {
        await using var shop = await CodeShop.StartAsync();
        await using var services = shop.Open(services =>
        {
            services.Configure<RebillyOptions>(CodeShop.Rebilly, options => options.WebsiteId = "web_configured");
            services.PostConfigure<RebillyOptions>(
                CodeShop.Rebilly,
                options => options.OrganizationId = "org_postconfigured"
            );
        });

        await CodeShop.SellAsync(services, CodeShop.Rebilly);

        var options = services.GetRequiredService<IOptionsMonitor<RebillyOptions>>().Get(CodeShop.Rebilly);
        Assert.Equal(("org_postconfigured", "web_configured"), (options.OrganizationId, options.WebsiteId));
        Assert.DoesNotContain("sk_sandbox", $"{options} {options.ApiKey}", StringComparison.Ordinal);
        Assert.Contains(
            shop.RebillySandbox.Traffic.Requests,
            request => request.Path.Contains("/organizations/org_postconfigured/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task One_error_lists_what_is_wrong_with_both_providers()
    {
        var services = new ServiceCollection();
        services
            .AddPayments()
            .AddRebilly("cards-eu", options => options.OrganizationId = "org_1")
            .AddVirtualTerminal("b2b-us", options => options.Currency = "EURO");
        services.PostConfigure<VirtualTerminalOptions>("b2b-us", options => options.MaxAddressLineLength = 61);
        await using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            provider.GetRequiredService<IPaymentGateways>()
        );

        Assert.Equal(
            [
                "Journal",
                "PaymentsOptions.Default",
                "b2b-us: VirtualTerminalOptions.ApiKey",
                "b2b-us: VirtualTerminalOptions.BaseUrl",
                "b2b-us: VirtualTerminalOptions.Currency",
                "b2b-us: VirtualTerminalOptions.MaxAddressLineLength",
                "b2b-us: VirtualTerminalOptions.MerchantId",
                "cards-eu: RebillyOptions.ApiKey",
                "cards-eu: RebillyOptions.Environment",
                "cards-eu: RebillyOptions.WebsiteId",
            ],
            exception.Problems.Select(MemberOf).Order(StringComparer.Ordinal)
        );
    }

    private static string MemberOf(string problem)
    {
        var parts = problem.Split(": ");
        return parts[0].Contains('-', StringComparison.Ordinal) ? $"{parts[0]}: {parts[1]}" : parts[0];
    }

    private static void Through(IServiceCollection services, string gateway, ForwardProxy proxy) =>
        services
            .AddHttpClient(PaymentTransport.HttpClientNameOf(gateway))
            .ConfigurePrimaryHttpMessageHandler(proxy.NewHandler);
}

using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class CodeGatewayTests
{
    private const string Configured = """
        {
          "Default": "cards",
          "Gateways": { "Cards": { "Provider": "Test", "Environment": "Sandbox", "Account": "configured", "Limit": 10 } }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gateways_in_code_sell_without_any_configuration()
    {
        await using var payments = new CodePayments(configure: options => options.Default = "b2b-us");
        payments.Add("cards_eu").Add("b2b-us");

        var first = await payments
            .Provider.GetRequiredService<IPaymentGateway>()
            .SaleAsync(PaymentRequests.Sale(), Token);
        var second = await payments
            .Provider.GetRequiredKeyedService<IPaymentGateway>("cards_eu")
            .SaleAsync(PaymentRequests.Sale(key: "2", order: "2"), Token);

        Assert.Equal(["cards_eu", "b2b-us"], payments.Gateways.Names);
        Assert.Equal(("b2b-us", true), (first.Gateway, first.IsApproved));
        Assert.Equal(("cards_eu", true), (second.Gateway, second.IsApproved));
    }

    [Fact]
    public async Task The_only_gateway_in_code_is_the_default()
    {
        await using var payments = new CodePayments();
        payments.Add("cards");

        Assert.Equal("cards", payments.Gateways.Default.Name);
    }

    [Fact]
    public async Task A_gateway_in_code_stands_beside_the_configured_ones()
    {
        await using var payments = new CodePayments(Configured);
        payments.Add("bank");

        Assert.Equal(["cards", "bank"], payments.Gateways.Names);
        Assert.Equal("configured", payments.Get<TestOptions>("cards").Account);
        Assert.Equal("bank", payments.Get<TestOptions>("bank").Account);
    }

    [Fact]
    public async Task Code_completes_a_configured_gateway_and_has_the_last_word()
    {
        await using var payments = new CodePayments(Configured);
        payments.Add("cards", options => options.Limit += 20);

        var adapter = Made(payments);

        Assert.Equal(["cards"], payments.Gateways.Names);
        Assert.Equal(("cards", 30), (adapter.Options.Account, adapter.Options.Limit));
        Assert.Equal(GatewayEnvironment.Sandbox, adapter.Context.Environment);
    }

    [Fact]
    public async Task The_order_of_section_and_code_does_not_matter()
    {
        var configuration = new TestConfiguration(Configured);
        var services = new ServiceCollection();
        services
            .AddPayments()
            .AddGateway<TestProvider, TestOptions>("cards", options => options.Account = "code")
            .UseInMemoryJournal();
        services.AddPayments(configuration.Payments, _ => { });
        await using var provider = services.BuildValidated();

        _ = provider.GetRequiredService<IPaymentGateways>();

        var options = Assert.Single(provider.GetRequiredService<TestBackend>().Adapters).Options;
        Assert.Equal(("code", 10), (options.Account, options.Limit));
    }

    [Fact]
    public async Task Without_a_section_nothing_is_searched_for()
    {
        await using var payments = new CodePayments();
        payments.Payments.AddGateway<OtherProvider, OtherProvider.NoOptions>("cards", _ => { });

        Assert.Equal(["Other"], payments.Provider.GetServices<PaymentProvider>().Select(one => one.Name));
        Assert.Equal(["cards"], payments.Gateways.Names);
    }

    [Fact]
    public async Task Settings_that_every_gateway_has_are_set_in_code_too()
    {
        await using var payments = new CodePayments();
        payments.Add(
            "cards",
            options =>
            {
                options.Environment = GatewayEnvironment.Sandbox;
                options.FormerNames = ["old-cards"];
                options.MerchantName = "The Shop";
                options.Webhooks = new WebhookOptions
                {
                    Authentication = WebhookAuthentication.Header,
                    HeaderName = "X-Secret",
                    HeaderValue = new ApiKey("a-secret-of-the-webhooks"),
                };
            }
        );

        var gateway = Assert
            .Single(payments.Provider.GetRequiredService<PaymentGateways>().Snapshot.Gateways)
            .Configured;

        Assert.Equal("cards", payments.Gateways.Get("old-cards").Name);
        Assert.Equal(GatewayEnvironment.Sandbox, gateway.Environment);
        Assert.Equal(
            ("X-Secret", WebhookAuthentication.Header),
            (gateway.Webhooks!.Name, gateway.Webhooks.Authentication)
        );
    }

    [Fact]
    public async Task The_options_of_all_gateways_are_set_in_code_after_the_configuration()
    {
        await using var payments = new CodePayments(
            """{ "KeyNamespace": "shop", "Recovery": { "Interval": "5m", "MaxConcurrency": 8 } }""",
            options => options.KeepAnswers = true
        );
        payments.Services.Configure<RecoveryOptions>(options => options.MaxConcurrency *= 2);
        payments.Services.Configure<JournalOptions>(options => options.SendWithin = TimeSpan.FromSeconds(30));
        payments.Add("cards");

        var context = Made(payments).Context;
        var gateway = Assert
            .Single(payments.Provider.GetRequiredService<PaymentGateways>().Snapshot.Gateways)
            .Configured;

        Assert.Equal(("shop", true), (context.KeyNamespace, context.KeepAnswers));
        Assert.Equal(TimeSpan.FromSeconds(30), gateway.SendWithin);
        var recovery = payments.Provider.GetRequiredService<GatewayDirectory>().Recovery;
        Assert.Equal((TimeSpan.FromMinutes(5), 16), (recovery.Interval, recovery.MaxConcurrency));
        Assert.Same(recovery, payments.Get<RecoveryOptions>());
    }

    [Fact]
    public async Task A_decorator_wraps_gateways_in_code_too()
    {
        var wrapped = new List<string>();
        await using var payments = new CodePayments();
        payments
            .Add("cards")
            .Payments.Use(
                (_, inner) =>
                {
                    wrapped.Add(inner.Name);
                    return inner;
                }
            );

        _ = payments.Gateways;

        Assert.Equal(["cards"], wrapped);
    }

    private static TestAdapter Made(CodePayments payments)
    {
        _ = payments.Gateways;
        return Assert.Single(payments.Backend.Adapters);
    }
}

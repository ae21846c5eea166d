using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class AddPaymentsTests
{
    private readonly TestConfiguration _configuration = new(
        TestPayments.TwoGateways.Replace(
            "\"Default\"",
            "\"Journal\": { \"Kind\": \"InMemory\", \"AllowLive\": true }, \"Default\"",
            StringComparison.Ordinal
        )
    );
    private readonly ServiceCollection _services = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_line_makes_every_configured_gateway_usable()
    {
        _services.AddPayments(_configuration.Payments);
        await using var provider = _services.BuildValidated();

        var gateway = provider.GetRequiredService<IPaymentGateway>();
        var result = await gateway.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.True(result.IsApproved);
        Assert.Equal("cards_eu", result.Gateway);
        Assert.Equal(["cards_eu", "cards_us"], provider.GetRequiredService<IPaymentGateways>().Names);
    }

    [Fact]
    public async Task Adding_payments_twice_is_harmless()
    {
        _services.AddPayments(_configuration.Payments);
        var before = _services.Count;

        _services.AddPayments(_configuration.Payments);
        await using var provider = _services.BuildValidated();

        Assert.Equal(before, _services.Count);
        Assert.Single(provider.GetServices<IPaymentGateway>());
    }

    [Fact]
    public void Adding_payments_with_another_section_is_refused()
    {
        _services.AddPayments(_configuration.Payments, payments => payments.AddProvider<TestProvider>());
        var other = new ConfigurationBuilder().Build().GetSection("OtherPayments");

        var exception = Assert.Throws<InvalidOperationException>(() => _services.AddPayments(other, _ => { }));

        Assert.Contains("'Payments'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scanning_only_the_named_providers_are_known()
    {
        _configuration.Replace(
            """{ "Journal": { "Kind": "InMemory", "AllowLive": true }, "Gateways": { "cards": { "Provider": "Other" } } }"""
        );
        _services.AddPayments(
            _configuration.Payments,
            payments => payments.AddProvider<TestProvider>().AddProvider<TestProvider>()
        );
        await using var provider = _services.BuildValidated();

        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            provider.GetRequiredService<IPaymentGateways>()
        );

        Assert.StartsWith(
            "Payments:Gateways:cards:Provider: is 'Other', which is not the name of a provider. Known names: Test.",
            Assert.Single(exception.Problems),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Named_and_scanned_providers_come_together()
    {
        _services.AddPayments(_configuration.Payments, payments => payments.AddProvider<TestProvider>());
        _services.AddPayments(_configuration.Payments);
        await using var provider = _services.BuildValidated();

        Assert.Equal(2, provider.GetServices<PaymentProvider>().Count());
        Assert.Equal(2, provider.GetRequiredService<IPaymentGateways>().Names.Count);
    }

    [Fact]
    public async Task Two_providers_of_one_name_are_refused_with_both_types()
    {
        _services.AddPayments(
            _configuration.Payments,
            payments => payments.AddProvider<TestProvider>().AddProvider<HiddenProvider>()
        );
        await using var provider = _services.BuildValidated();

        var exception = Assert.Throws<PaymentConfigurationException>(() =>
            provider.GetRequiredService<IPaymentGateways>()
        );

        Assert.Contains(typeof(TestProvider).FullName!, exception.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(HiddenProvider).FullName!, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adapter_receives_its_gateway()
    {
        await using var payments = new TestPayments(
            """
            { "KeyNamespace": "shop", "Gateways": { "Cards": { "Provider": "test", "Environment": "live", "Account": "a" } } }
            """
        );
        _ = payments.Gateways;

        var context = Assert.Single(payments.Backend.Adapters).Context;

        Assert.Equal("cards", context.Name);
        Assert.Equal(GatewayEnvironment.Live, context.Environment);
        Assert.Equal("shop", context.KeyNamespace);
        Assert.Same(payments.Clock, context.TimeProvider);
    }

    [Fact]
    public async Task The_key_namespace_is_payments_and_the_environment_open_when_not_configured()
    {
        await using var payments = new TestPayments(
            """
            { "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }
            """
        );
        _ = payments.Gateways;

        var context = Assert.Single(payments.Backend.Adapters).Context;

        Assert.Equal("payments", context.KeyNamespace);
        Assert.Null(context.Environment);
    }
}

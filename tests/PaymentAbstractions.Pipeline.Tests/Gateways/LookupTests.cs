using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class LookupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keyed_services_are_the_gateways_by_name()
    {
        await using var payments = new TestPayments();

        var gateway = payments.Services.GetRequiredKeyedService<IPaymentGateway>("cards_us");
        var result = await gateway.SaleAsync(Testing.PaymentRequests.Sale(), Token);

        Assert.Equal("cards_us", gateway.Name);
        Assert.Equal("cards_us", result.Gateway);
    }

    [Fact]
    public async Task A_class_may_ask_for_a_gateway_by_its_key()
    {
        await using var payments = new TestPayments(configure: builder => builder.Services.AddSingleton<Shop>());

        var shop = payments.Services.GetRequiredService<Shop>();

        Assert.Equal("cards_us", shop.Gateway.Name);
    }

    [Theory]
    [InlineData("cards_us")]
    [InlineData("Cards_US")]
    public async Task A_name_is_found_ignoring_case(string name)
    {
        await using var payments = new TestPayments();

        var gateway = payments.Gateways.Get(name);

        Assert.Equal("cards_us", gateway.Name);
        Assert.Equal("cards_us", payments.Services.GetRequiredKeyedService<IPaymentGateway>(name).Name);
    }

    [Fact]
    public async Task An_unknown_name_lists_the_known_ones()
    {
        await using var payments = new TestPayments();

        var exception = Assert.Throws<PaymentConfigurationException>(() => payments.Gateways.Get("cards_jp"));

        Assert.Equal(["There is no gateway named 'cards_jp'. Known names: cards_eu, cards_us."], exception.Problems);
        Assert.Throws<PaymentConfigurationException>(() =>
            payments.Services.GetRequiredKeyedService<IPaymentGateway>("cards_jp")
        );
    }

    [Fact]
    public async Task The_only_gateway_is_the_default()
    {
        await using var payments = new TestPayments(
            """
            { "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }
            """
        );

        Assert.Equal("cards", payments.Default.Name);
    }

    [Fact]
    public async Task Several_accounts_of_one_provider_are_kept_apart()
    {
        await using var payments = new TestPayments();

        var eu = await payments.Gateways.Get("cards_eu").SaleAsync(Testing.PaymentRequests.Sale(), Token);
        var us = await payments.Gateways.Get("cards_us").SaleAsync(Other("us"), Token);

        Assert.NotEqual(eu.Transaction!.Account, us.Transaction!.Account);
        Assert.Equal("eu", payments.Backend.Newest("cards_eu").Options.Account);
        Assert.Equal("us", payments.Backend.Newest("cards_us").Options.Account);
    }

    [Fact]
    public async Task Every_operation_reaches_the_adapter_of_the_named_gateway()
    {
        await using var payments = new TestPayments();
        var gateway = payments.Gateways.Get("cards_us");

        await RunAllAsync(gateway, payments.Gateways.Get("cards_us"), payments.Backend.Newest("cards_us"));

        Assert.Equal(
            Enum.GetValues<PaymentOperation>().Where(operation => operation != PaymentOperation.Unknown),
            payments.Backend.Executed.Select(executed => executed.Call.Request.Operation)
        );
        Assert.All(payments.Backend.Executed, executed => Assert.Equal("cards_us", executed.Gateway));
    }

    [Fact]
    public async Task Every_operation_reaches_the_adapter_of_the_default_gateway()
    {
        await using var payments = new TestPayments();

        await RunAllAsync(payments.Default, payments.Gateways.Default, payments.Backend.Newest("cards_eu"));

        Assert.Equal(7, payments.Backend.Executed.Count);
        Assert.All(payments.Backend.Executed, executed => Assert.Equal("cards_eu", executed.Gateway));
    }

    [Fact]
    public async Task Capabilities_are_those_of_the_adapter()
    {
        await using var payments = new TestPayments();

        Assert.Equal("Test", payments.Default.Capabilities.Provider);
        Assert.Equal("Test", payments.Gateways.Get("cards_us").Capabilities.Provider);
    }

    [Fact]
    public async Task Setup_is_offered_where_the_capability_says_so()
    {
        await using var with = new TestPayments();
        await using var without = new TestPayments(backend: backend =>
            backend.Capabilities = TestBackend.Everything with { Operations = [PaymentOperation.Sale] }
        );

        Assert.True(with.Default.TryGet<IPaymentMethodSetup>(out _));
        Assert.True(with.Gateways.Get("cards_us").TryGet<IPaymentMethodSetup>(out _));
        Assert.False(without.Default.TryGet<IPaymentMethodSetup>(out _));
        Assert.False(without.Gateways.Get("cards_us").TryGet<IPaymentMethodSetup>(out _));
    }

    [Fact]
    public async Task Other_capabilities_are_those_of_the_adapter()
    {
        await using var payments = new TestPayments();

        Assert.True(payments.Gateways.Get("cards_us").TryGet<TestAdapter>(out var adapter));
        Assert.Equal("cards_us", adapter.Context.Name);
        Assert.False(payments.Default.TryGet<ICustomerVault>(out _));
    }

    private static async Task RunAllAsync(IPaymentGateway gateway, IPaymentGateway setup, TestAdapter adapter)
    {
        Assert.True(setup.TryGet<IPaymentMethodSetup>(out var prepares));
        await gateway.SaleAsync(Testing.PaymentRequests.Sale(), Token);
        await gateway.AuthorizeAsync(
            Testing.PaymentRequests.Authorize() with
            {
                OrderReference = new OrderReference("order-2"),
            },
            Token
        );
        await gateway.CaptureAsync(Testing.PaymentRequests.Capture(adapter.Reference("captured")), Token);
        await gateway.VoidAsync(Testing.PaymentRequests.Void(adapter.Reference("voided")), Token);
        await gateway.RefundAsync(Testing.PaymentRequests.Refund(adapter.Reference("refunded")), Token);
        await gateway.CreditAsync(Testing.PaymentRequests.Credit(), Token);
        await prepares.SetupAsync(Testing.PaymentRequests.Setup(), Token);
    }

    private static SaleRequest Other(string key) =>
        Testing.PaymentRequests.Sale(key: key) with
        {
            OrderReference = new OrderReference($"order-{key}"),
        };

    private sealed class Shop([FromKeyedServices("cards_us")] IPaymentGateway gateway)
    {
        public IPaymentGateway Gateway => gateway;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NSubstitute;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing.Tests.Production;

namespace PaymentAbstractions.Testing.Tests.Hosting;

public sealed class ReplacePaymentGatewaysTests
{
    private static readonly (string, string)[] TwoGateways =
    [
        ("Default", "cards_eu"),
        ("Gateways:b2b_us:Provider", "VirtualTerminal"),
        ("Gateways:cards_eu:Provider", "Rebilly"),
        ("Gateways:cards_eu:FormerNames:0", "cards_old"),
    ];

    private readonly FakePaymentGateway _gateway = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_it_the_host_does_not_start()
    {
        var application = new TestApplication();

        await Assert.ThrowsAnyAsync<Exception>(application.StartAsync);
    }

    [Fact]
    public async Task The_host_starts_without_any_configuration_and_every_way_leads_to_the_gateway()
    {
        var application = new TestApplication();
        application.Services.ReplacePaymentGateways(_gateway);

        using var host = await application.StartAsync();

        var gateways = host.Services.GetRequiredService<IPaymentGateways>();
        Assert.Same(_gateway, host.Services.GetRequiredService<IPaymentGateway>());
        Assert.Same(_gateway, host.Services.GetRequiredKeyedService<IPaymentGateway>("any_name"));
        Assert.Same(_gateway, gateways.Default);
        Assert.Same(_gateway, gateways.Get("another name"));
        Assert.Equal(["default"], gateways.Names);
        Assert.Empty(gateways.ReloadProblems);
    }

    [Fact]
    public void Other_gateways_that_replace_the_replaced_ones_have_no_fake_journal()
    {
        var services = new TestApplication().Services;
        services.ReplacePaymentGateways(_gateway);
        services.AddSingleton(Substitute.For<IPaymentGateways>());
        using var provider = services.BuildServiceProvider();

        var failures = new[]
        {
            Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IPaymentRecovery>),
            Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IPaymentJournal>),
        };

        Assert.All(
            failures,
            failure => Assert.Contains("Call ReplacePaymentGateways last", failure.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_host_starts_with_a_configuration_that_lacks_the_keys_and_opens_no_journal()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        var application = new TestApplication([.. TwoGateways, ("Journal:Kind", "Sqlite"), ("Journal:Path", path)]);
        application.Services.ReplacePaymentGateways(_gateway);

        using (var host = await application.StartAsync())
        {
            await host.Services.GetRequiredService<IPaymentGateway>().SaleAsync(PaymentRequests.Sale(), Token);
            await host.Services.GetRequiredService<IPaymentRecovery>().RecoverAsync(Token);
            Assert.Equal(["b2b_us", "cards_eu"], host.Services.GetRequiredService<IPaymentGateways>().Names);
            await host.StopAsync(Token);
        }

        Assert.Single(_gateway.Calls);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_journal_that_is_chosen_in_code_is_not_opened_either()
    {
        var opened = 0;
        var application = new TestApplication();
        application.Payments.UseJournal(
            (_, _) =>
            {
                opened++;
                return Task.FromResult<IPaymentJournal>(new InMemoryPaymentJournal());
            }
        );
        application.Services.ReplacePaymentGateways(_gateway);

        using var host = await application.StartAsync();
        _ = await host.Services.GetRequiredService<IPaymentJournal>().CountAsync(cancellationToken: Token);

        Assert.Equal(0, opened);
    }

    [Fact]
    public async Task Gateways_in_code_are_replaced_by_their_names_and_their_options_need_no_secret()
    {
        var services = new ServiceCollection();
        services
            .AddPayments(options => options.Default = "b2b-us")
            .AddGateway<LedgerProvider, LedgerProvider.NoOptions>("cards-eu", options => options.FormerNames = ["old"])
            .AddGateway<LedgerProvider, LedgerProvider.NoOptions>("b2b-us", _ => { });
        services.AddOptions<LedgerProvider.NoOptions>("cards-eu").Configure(options => options.MerchantName = "Shop");
        services.ReplacePaymentGateways(name => new FakePaymentGateway(name));
        await using var provider = services.BuildServiceProvider();

        var gateways = provider.GetRequiredService<IPaymentGateways>();

        Assert.Equal(["cards-eu", "b2b-us"], gateways.Names);
        Assert.Equal("b2b-us", gateways.Default.Name);
        Assert.Equal("cards-eu", gateways.Get("old").Name);
        var options = provider.GetRequiredService<IOptionsMonitor<LedgerProvider.NoOptions>>().Get("cards-eu");
        Assert.Equal("Shop", options.MerchantName);
    }

    [Fact]
    public async Task Nothing_of_the_pipeline_runs_by_itself()
    {
        var application = new TestApplication();
        application.Services.ReplacePaymentGateways(_gateway);

        using var host = await application.StartAsync();

        Assert.Empty(host.Services.GetServices<IHostedService>());
    }

    [Fact]
    public async Task The_options_and_hosted_services_of_the_application_stay()
    {
        var application = new TestApplication();
        var service = Substitute.For<IHostedService>();
        application.Services.AddSingleton(service);
        application.Services.AddOptionsWithValidateOnStart<HostOptions>().Validate(_ => false, "Mine.");
        application.Services.ReplacePaymentGateways(_gateway);

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(application.StartAsync);

        Assert.Contains("Mine.", exception.Message, StringComparison.Ordinal);
        Assert.Contains(application.Services, one => one.ImplementationInstance == service);
    }

    [Fact]
    public async Task A_gateway_that_the_application_registered_itself_is_replaced()
    {
        var application = new TestApplication();
        application.Services.AddScoped(_ => Substitute.For<IPaymentGateway>());
        application.Services.AddKeyedSingleton("own", Substitute.For<IPaymentGateway>());
        application.Services.ReplacePaymentGateways(_gateway);

        using var host = await application.StartAsync();

        Assert.Same(_gateway, Assert.Single(host.Services.GetServices<IPaymentGateway>()));
        Assert.Same(_gateway, host.Services.GetRequiredKeyedService<IPaymentGateway>("own"));
    }

    [Fact]
    public void Before_AddPayments_it_is_refused()
    {
        var exception = Assert.Throws<InvalidOperationException>(() =>
            new ServiceCollection().ReplacePaymentGateways(_gateway)
        );

        Assert.Contains("after AddPayments", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ConfigureTestServices", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddPayments_afterwards_changes_nothing()
    {
        var application = new TestApplication();
        application.Services.ReplacePaymentGateways(_gateway);
        application.AddPayments().UseInMemoryJournal();

        using var host = await application.StartAsync();

        Assert.Same(_gateway, Assert.Single(host.Services.GetServices<IPaymentGateway>()));
        Assert.Same(_gateway, host.Services.GetRequiredService<IPaymentGateways>().Get("cards_eu"));
    }

    [Fact]
    public async Task The_last_call_wins()
    {
        var application = new TestApplication();
        application.Services.ReplacePaymentGateways(Substitute.For<IPaymentGateway>());
        application.Services.ReplacePaymentGateways(_gateway);

        using var host = await application.StartAsync();

        Assert.Same(_gateway, Assert.Single(host.Services.GetServices<IPaymentGateway>()));
        Assert.Single(host.Services.GetServices<IPaymentGateways>());
        Assert.Same(_gateway.Recovery, Assert.Single(host.Services.GetServices<IPaymentRecovery>()));
        Assert.Single(host.Services.GetServices<IPaymentJournal>());
    }

    [Fact]
    public async Task The_capabilities_of_the_gateway_are_found()
    {
        var application = new TestApplication();
        application.Services.ReplacePaymentGateways(_ => _gateway);

        using var host = await application.StartAsync();

        Assert.True(host.Services.GetRequiredService<IPaymentGateway>().TryGet<ICustomerVault>(out var vault));
        await vault.UpsertCustomerAsync(new Customer { Id = "customer" }, TestContext.Current.CancellationToken);
        Assert.Contains("customer", _gateway.Customers);
    }

    [Fact]
    public async Task The_decorators_of_the_application_stay_around_the_gateway()
    {
        var application = new TestApplication();
        application.Payments.Use((_, inner) => new Named(inner, "outer")).Use((_, inner) => new Named(inner, "inner"));
        application.Services.ReplacePaymentGateways(_gateway);

        using var host = await application.StartAsync();
        var gateway = host.Services.GetRequiredService<IPaymentGateway>();
        await gateway.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal("outer(inner(fake))", gateway.Name);
        Assert.Equal("outer(inner(fake))", host.Services.GetRequiredKeyedService<IPaymentGateway>("b2b_us").Name);
        Assert.Single(_gateway.Calls);
    }

    [Fact]
    public async Task Resolutions_of_the_fake_gateways_recovery_reach_the_scoped_handlers_of_the_application()
    {
        var handler = Substitute.For<IPaymentResolutionHandler>();
        var application = new TestApplication();
        application.Services.AddScoped(_ => handler);
        application.Services.ReplacePaymentGateways(_gateway.EnqueueUnknown());
        using var host = await application.StartAsync();
        await host.Services.GetRequiredService<IPaymentGateway>().SaleAsync(PaymentRequests.Sale(), Token);

        ((ManualTimeProvider)_gateway.TimeProvider).Advance(TimeSpan.FromMinutes(10));
        var report = await host.Services.GetRequiredService<IPaymentRecovery>().RecoverAsync(Token);

        Assert.Equal((1, 1), (report.Resolved, report.Published));
        await handler
            .Received(1)
            .HandleAsync(
                Arg.Is<PaymentResolution>(resolution => resolution.Result.IsApproved),
                Arg.Any<CancellationToken>()
            );
    }

    [Fact]
    public async Task Without_a_handler_a_resolution_waits_for_one()
    {
        _gateway.EnqueueUnknown();
        await _gateway.SaleAsync(PaymentRequests.Sale(), Token);
        ((ManualTimeProvider)_gateway.TimeProvider).Advance(TimeSpan.FromMinutes(10));

        var report = await _gateway.Recovery.RecoverAsync(Token);

        Assert.Equal((1, 0), (report.Resolved, report.Published));
    }

    [Fact]
    public async Task The_journal_is_that_of_the_fake_gateway_and_lives_longer_than_the_host()
    {
        var sale = PaymentRequests.Sale();
        var application = new TestApplication();
        application.Services.ReplacePaymentGateways(_gateway);

        using (var host = await application.StartAsync())
        {
            await host.Services.GetRequiredService<IPaymentGateway>().SaleAsync(sale, Token);
            var key = new JournalKey(GatewayEnvironment.Sandbox, sale.IdempotencyKey);
            Assert.NotNull(await host.Services.GetRequiredService<IPaymentJournal>().FindAsync(key, Token));
        }

        Assert.True((await _gateway.SaleAsync(sale, Token)).IsApproved);
    }

    [Fact]
    public async Task With_a_substitute_nothing_is_unresolved_and_the_substitute_is_not_called()
    {
        var gateway = Substitute.For<IPaymentGateway>();
        var application = new TestApplication();
        application.Services.ReplacePaymentGateways(gateway);
        using var host = await application.StartAsync();
        var recovery = host.Services.GetRequiredService<IPaymentRecovery>();
        var key = new IdempotencyKey("key");

        var report = await recovery.RecoverAsync(Token);
        var entry = await recovery.RecoverAsync(key, cancellationToken: Token);
        var resolving = () => recovery.ResolveAsync(key, PaymentOutcome.Declined, null, "Ann", "Seen.");

        Assert.Equal((0, 0), (report.LookedUp, report.NotDue));
        Assert.Null(entry);
        Assert.Empty(await recovery.GetUnresolvedAsync(Token).ToListAsync(Token));
        await Assert.ThrowsAsync<PaymentRequestException>(resolving);
        Assert.Empty(gateway.ReceivedCalls());
    }

    [Fact]
    public async Task Each_name_can_have_a_gateway_of_its_own()
    {
        var asked = new List<string>();
        var application = new TestApplication(TwoGateways);
        application.Services.ReplacePaymentGateways(name =>
        {
            asked.Add(name);
            return new FakePaymentGateway(name);
        });
        using var host = await application.StartAsync();
        var gateways = host.Services.GetRequiredService<IPaymentGateways>();

        Assert.Equal("cards_eu", gateways.Default.Name);
        Assert.Equal("cards_eu", gateways.Get("Cards_EU").Name);
        Assert.Equal("cards_eu", gateways.Get("cards_old").Name);
        Assert.Equal("b2b_us", host.Services.GetRequiredKeyedService<IPaymentGateway>("b2b_us").Name);
        Assert.Equal("elsewhere", gateways.Get("elsewhere").Name);
        Assert.Equal(["cards_eu", "b2b_us", "elsewhere"], asked);
    }

    [Fact]
    public async Task A_refund_at_the_default_gateway_goes_to_the_gateway_that_made_the_sale()
    {
        var application = new TestApplication(TwoGateways);
        application.Services.ReplacePaymentGateways(name => new FakePaymentGateway(name));
        using var host = await application.StartAsync();
        var sale = await host
            .Services.GetRequiredKeyedService<IPaymentGateway>("b2b_us")
            .SaleAsync(PaymentRequests.Sale(), Token);

        var refund = await host
            .Services.GetRequiredService<IPaymentGateway>()
            .RefundAsync(PaymentRequests.Refund(sale.Transaction!), Token);

        Assert.True(refund.IsApproved);
        Assert.Equal("b2b_us", refund.Gateway);
    }

    [Fact]
    public async Task A_transaction_of_an_unknown_gateway_stays_at_the_default_gateway()
    {
        var asked = new List<string>();
        var gateway = Substitute.For<IPaymentGateway>();
        var application = new TestApplication();
        application.Services.ReplacePaymentGateways(name =>
        {
            asked.Add(name);
            return gateway;
        });
        using var host = await application.StartAsync();
        var request = PaymentRequests.Void(PaymentRequests.Transaction());

        await host.Services.GetRequiredService<IPaymentGateway>().VoidAsync(request, Token);

        await gateway.Received(1).VoidAsync(request, Arg.Any<CancellationToken>());
        Assert.Equal(["default"], asked);
    }

    [Fact]
    public async Task A_function_that_returns_null_is_refused_with_the_name()
    {
        var application = new TestApplication();
        application.Services.ReplacePaymentGateways(_ => null!);
        using var host = await application.StartAsync();

        var exception = Assert.Throws<InvalidOperationException>(() =>
            host.Services.GetRequiredService<IPaymentGateways>().Get("cards_eu")
        );

        Assert.Contains("'cards_eu'", exception.Message, StringComparison.Ordinal);
    }

    private sealed class Named(IPaymentGateway inner, string name) : DelegatingPaymentGateway(inner)
    {
        public override string Name => $"{name}({Inner.Name})";
    }
}

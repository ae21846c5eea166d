using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaymentAbstractions.Http.Tests.Server;
using PaymentAbstractions.Http.Tests.Transport;

namespace PaymentAbstractions.Http.Tests.Registration;

/// <summary>Each gateway has its own client, and all clients have the safeguards for payments.</summary>
public sealed class GatewayClientTests
{
    [Fact]
    public async Task Each_gateway_is_sent_through_its_own_handler_and_the_others_through_the_common_one()
    {
        using var eu = Answering(HttpStatusCode.Created);
        using var us = Answering(HttpStatusCode.Accepted);
        using var all = Answering(HttpStatusCode.OK);
        await using var provider = Build(services =>
        {
            Primary(services, PaymentTransport.HttpClientNameOf("cards-eu"), eu);
            Primary(services, PaymentTransport.HttpClientNameOf("cards_us"), us);
            Primary(services, PaymentTransport.HttpClientName, all);
        });

        int?[] codes =
        [
            await SendAsync(provider, "cards-eu"),
            await SendAsync(provider, "CARDS_US"),
            await SendAsync(provider, "unnamed"),
            await SendAsync(provider, null),
        ];

        Assert.Equal([201, 202, 200, 200], codes);
    }

    [Fact]
    public async Task The_handlers_of_all_gateways_are_outside_of_those_of_one()
    {
        var passed = new ConcurrentQueue<string>();
        using var wire = Answering(HttpStatusCode.OK);
        await using var provider = Build(services =>
        {
            services
                .AddHttpClient(PaymentTransport.HttpClientNameOf("cards"))
                .AddHttpMessageHandler(() => new Passing(passed, "one"));
            services
                .AddHttpClient(PaymentTransport.HttpClientName)
                .AddHttpMessageHandler(() => new Passing(passed, "all"))
                .ConfigurePrimaryHttpMessageHandler(() => wire);
        });

        await SendAsync(provider, "cards");
        await SendAsync(provider, "bank");

        Assert.Equal(["all", "one", "all"], passed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handlers_for_all_clients_of_the_application_are_not_used(bool before)
    {
        var passed = new ConcurrentQueue<string>();
        var seen = new ConcurrentQueue<HttpRequestMessage>();
        var services = new ServiceCollection();
        var logs = new LogLines();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        if (before)
        {
            AddDefaults(services, passed);
        }

        services.AddPaymentHttp();
        if (!before)
        {
            AddDefaults(services, passed);
        }

        using var wire = new WireStub(request =>
        {
            seen.Enqueue(request);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        });
        Primary(services, PaymentTransport.HttpClientNameOf("cards"), wire);
        await using var provider = services.BuildServiceProvider();

        var code = await SendAsync(provider, "cards");

        Assert.Equal(200, code);
        Assert.Empty(passed);
        Assert.Empty(logs.Lines);
        Assert.False(Assert.Single(seen).Headers.Contains("X-Application"));
    }

    [Theory]
    [InlineData(PaymentTransport.HttpClientName)]
    [InlineData(PaymentTransport.GatewayPrefix + "cards")]
    public async Task A_client_that_is_configured_before_the_transport_is_added_keeps_its_handlers(string name)
    {
        var passed = new ConcurrentQueue<string>();
        using var wire = Answering(HttpStatusCode.Accepted);
        var services = new ServiceCollection();
        AddDefaults(services, passed);
        services.AddHttpClient(name).AddHttpMessageHandler(() => new Passing(passed, "own"));
        Primary(services, name, wire);
        services.AddPaymentHttp();
        await using var provider = services.BuildServiceProvider();

        var code = await SendAsync(provider, "cards");

        Assert.Equal(202, code);
        Assert.Equal(["own"], passed);
        Assert.Equal(
            Timeout.InfiniteTimeSpan,
            provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(name).HandlerLifetime
        );
    }

    [Fact]
    public void The_client_of_a_gateway_is_safe_for_payments_and_the_guard_is_innermost()
    {
        using var provider = Build(services =>
            services
                .AddHttpClient(PaymentTransport.HttpClientNameOf("cards"))
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseProxy = false })
        );
        var handlers = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        var options = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>();

        var (ownGuard, own) = Innermost(handlers.CreateHandler(PaymentTransport.HttpClientNameOf("cards")));
        var (usualGuard, usual) = Innermost(handlers.CreateHandler(PaymentTransport.HttpClientNameOf("late")));

        Assert.Equal((1, 1), (ownGuard, usualGuard));
        Assert.False(Assert.IsType<SocketsHttpHandler>(own).UseProxy);
        Assert.Null(((SocketsHttpHandler)own).ActivityHeadersPropagator);
        Assert.False(Assert.IsType<SocketsHttpHandler>(usual).AllowAutoRedirect);
        Assert.Equal(Timeout.InfiniteTimeSpan, options.Get(PaymentTransport.HttpClientNameOf("late")).HandlerLifetime);
    }

    [Fact]
    public async Task A_second_pass_through_a_handler_of_one_gateway_sends_nothing()
    {
        var sent = 0;
        using var wire = WireStub.Reading(onFirstByte: () => sent++);
        await using var provider = Build(services =>
            services
                .AddHttpClient(PaymentTransport.HttpClientNameOf("cards"))
                .AddHttpMessageHandler(() => new Repeating())
                .ConfigurePrimaryHttpMessageHandler(() => wire)
        );

        await SendAsync(provider, "cards");

        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task Clients_of_others_are_left_alone()
    {
        var passed = new ConcurrentQueue<string>();
        using var wire = Answering(HttpStatusCode.OK);
        await using var provider = Build(services =>
        {
            AddDefaults(services, passed);
            services.AddHttpClient("PaymentAbstractionsElsewhere").ConfigurePrimaryHttpMessageHandler(() => wire);
        });
        using var client = provider
            .GetRequiredService<IHttpClientFactory>()
            .CreateClient("PaymentAbstractionsElsewhere");

        using var response = await client.GetAsync(
            new Uri("https://elsewhere.example/"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["default"], passed);
    }

    private static ServiceProvider Build(Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        services.AddPaymentHttp();
        configure(services);
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
    }

    private static void AddDefaults(IServiceCollection services, ConcurrentQueue<string> passed) =>
        services.ConfigureHttpClientDefaults(builder =>
            builder
                .AddHttpMessageHandler(() => new Passing(passed, "default"))
                .ConfigureHttpClient(client => client.DefaultRequestHeaders.Add("X-Application", "shop"))
        );

    private static void Primary(IServiceCollection services, string name, HttpMessageHandler handler) =>
        services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => handler);

    private static WireStub Answering(HttpStatusCode code) => new(_ => Task.FromResult(new HttpResponseMessage(code)));

    private static async Task<int?> SendAsync(ServiceProvider provider, string? gateway)
    {
        var transport = provider
            .GetRequiredService<PaymentTransportFactory>()
            .Create(new PaymentTransportOptions { BaseAddress = new Uri("https://api.example/"), Gateway = gateway });
        var answer = await transport.SendAsync(TransportFixture.Sale(), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static (int Guards, HttpMessageHandler Innermost) Innermost(HttpMessageHandler handler)
    {
        var guards = 0;
        while (handler is DelegatingHandler outer)
        {
            guards += outer is ExchangeGuard ? 1 : 0;
            handler = outer.InnerHandler!;
        }

        return (guards, handler);
    }

    private sealed class Passing(ConcurrentQueue<string> passed, string name) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            passed.Enqueue(name);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Repeating : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}

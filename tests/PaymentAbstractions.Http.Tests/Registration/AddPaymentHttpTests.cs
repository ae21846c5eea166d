using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using PaymentAbstractions.Http.Tests.Server;
using PaymentAbstractions.Http.Tests.Transport;

namespace PaymentAbstractions.Http.Tests.Registration;

public sealed class AddPaymentHttpTests
{
    [Fact]
    public async Task Adding_twice_is_adding_once()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address, static services => services.AddPaymentHttp());

        var answer = await fixture.SendAsync(TransportFixture.Sale());

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
    }

    [Fact]
    public void The_primary_handler_is_safe_for_payments()
    {
        using var provider = new ServiceCollection().AddPaymentHttp().BuildServiceProvider();
        var options = provider
            .GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>()
            .Get(PaymentTransport.HttpClientName);
        var builder = new RecordingBuilder(provider);

        foreach (var action in options.HttpMessageHandlerBuilderActions)
        {
            action(builder);
        }

        var guard = Assert.IsType<ExchangeGuard>(builder.PrimaryHandler);
        using var handler = Assert.IsType<SocketsHttpHandler>(guard.InnerHandler);
        Assert.False(handler.UseCookies);
        Assert.False(handler.AllowAutoRedirect);
        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
        Assert.Equal(TimeSpan.FromSeconds(10), handler.ConnectTimeout);
        Assert.Null(handler.ActivityHeadersPropagator);
        Assert.Empty(builder.AdditionalHandlers);
        Assert.Equal(Timeout.InfiniteTimeSpan, options.HandlerLifetime);
    }

    [Fact]
    public async Task A_primary_handler_of_ones_own_takes_the_place()
    {
        using var wire = new WireStub(static _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Accepted)));
        await using var fixture = wire.CreateFixture();

        var answer = await fixture.SendAsync(TransportFixture.Sale());

        Assert.Equal(202, answer.StatusCode);
    }

    [Theory]
    [InlineData("/relative")]
    [InlineData("ftp://host/")]
    [InlineData("https://host/?key=1")]
    [InlineData("https://host/#x")]
    [InlineData("https://user:password@host/")]
    public void A_base_address_that_could_leak_is_refused(string address)
    {
        using var client = new HttpClient();
        var options = new PaymentTransportOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) };

        var exception = Assert.Throws<ArgumentException>(() =>
            new PaymentTransport(client, options, TimeProvider.System)
        );

        Assert.DoesNotContain("password", exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<PaymentTransportOptions> OutOfRange =>
        new(
            new PaymentTransportOptions { BaseAddress = new Uri("https://host"), Deadline = TimeSpan.Zero },
            new PaymentTransportOptions { BaseAddress = new Uri("https://host"), Deadline = TimeSpan.FromDays(2) },
            new PaymentTransportOptions { BaseAddress = new Uri("https://host"), SendTimeout = TimeSpan.Zero },
            new PaymentTransportOptions { BaseAddress = new Uri("https://host"), SendTimeout = TimeSpan.FromDays(2) },
            new PaymentTransportOptions { BaseAddress = new Uri("https://host"), MaxResponseBytes = 0 },
            new PaymentTransportOptions { BaseAddress = new Uri("https://host"), MaxResponseBytes = long.MaxValue }
        );

    [Theory]
    [MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public void Times_and_sizes_out_of_range_are_refused(PaymentTransportOptions options)
    {
        using var client = new HttpClient();

        Assert.Throws<ArgumentException>(() => new PaymentTransport(client, options, TimeProvider.System));
    }

    private sealed class RecordingBuilder(IServiceProvider services) : HttpMessageHandlerBuilder
    {
        public override string? Name { get; set; } = PaymentTransport.HttpClientName;

        public override HttpMessageHandler PrimaryHandler { get; set; } = new HttpClientHandler();

        public override IList<DelegatingHandler> AdditionalHandlers { get; } = [];

        public override IServiceProvider Services => services;

        public override HttpMessageHandler Build() => throw new NotSupportedException();
    }
}

using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class SecondPassTests : IDisposable
{
    private readonly RunningAttempt _attempt = TransportFixture.Attempt();

    [Theory]
    [InlineData(ResendingHandler.Kind.SameMessage)]
    [InlineData(ResendingHandler.Kind.BufferedContent)]
    [InlineData(ResendingHandler.Kind.Clone)]
    [InlineData(ResendingHandler.Kind.CloneWithoutOptions)]
    public async Task A_handler_that_retries_is_stopped_after_one_arrival(ResendingHandler.Kind kind)
    {
        await using var server = new FaultServer(static async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        await using var fixture = new TransportFixture(server.Address, services => AddHandler(services, kind));

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        AssertStopped(TransportEvidence.InDoubt, answer);
        Assert.True(server.Requests.Count <= 1);
    }

    [Fact]
    public async Task A_handler_that_retries_a_refused_answer_is_stopped_after_one_arrival()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}", status: 503));
        await using var fixture = new TransportFixture(
            server.Address,
            static services => AddHandler(services, ResendingHandler.Kind.SameMessage)
        );

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        AssertStopped(TransportEvidence.InDoubt, answer);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_content_alone_stops_a_second_pass_on_a_client_without_guard()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}", status: 503));
        using var client = new HttpClient(
            new ResendingHandler(ResendingHandler.Kind.SameMessage) { InnerHandler = new SocketsHttpHandler() }
        );
        var transport = new PaymentTransport(
            client,
            new PaymentTransportOptions { BaseAddress = server.Address },
            TimeProvider.System
        );

        var answer = await transport.SendAsync(TransportFixture.Sale(_attempt), TestContext.Current.CancellationToken);

        AssertStopped(TransportEvidence.InDoubt, answer);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_retry_of_a_connection_that_never_was_stays_not_sent()
    {
        await using var fixture = new TransportFixture(
            new Uri("http://payments.invalid/"),
            static services => AddHandler(services, ResendingHandler.Kind.SameMessage)
        );

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        AssertStopped(TransportEvidence.NotSent, answer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handlers_of_the_defaults_of_all_clients_are_removed(bool before)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        var services = new ServiceCollection();
        if (before)
        {
            AddDefaults(services);
        }

        services.AddPaymentHttp();
        if (!before)
        {
            AddDefaults(services);
        }

        await using var provider = services.BuildServiceProvider();
        var transport = provider
            .GetRequiredService<PaymentTransportFactory>()
            .Create(new PaymentTransportOptions { BaseAddress = server.Address });

        var answer = await transport.SendAsync(TransportFixture.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.DoesNotContain("X-Default", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_dies_between_requests_does_not_duplicate_a_write(bool withContent)
    {
        await using var server = new FaultServer(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(Responses.Json("{}"));
            if (await connection.ReadRequestAsync() is not null)
            {
                connection.Reset();
            }
        });
        await using var fixture = new TransportFixture(server.Address);
        var second = withContent ? TransportFixture.Sale() : TransportFixture.Void();

        await fixture.SendAsync(TransportFixture.Sale());
        var answer = await fixture.SendAsync(second);

        Assert.Equal(TransportEvidence.InDoubt, answer.Evidence);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_while_idle_never_doubles_a_write()
    {
        await using var server = new FaultServer(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(Responses.Json("{}"));
        });
        await using var fixture = new TransportFixture(server.Address);
        var answered = 0;

        for (var i = 0; i < 20; i++)
        {
            var answer = await fixture.SendAsync(TransportFixture.Sale());
            answered += answer.Evidence == TransportEvidence.Answered ? 1 : 0;
        }

        Assert.Equal(answered, server.Requests.Count);
    }

    public void Dispose() => _attempt.Dispose();

    private void AssertStopped(TransportEvidence evidence, TransportAnswer answer)
    {
        Assert.Equal(evidence, answer.Evidence);
        Assert.Equal(TransportFault.SecondPass, answer.Fault);
        Assert.Equal(evidence == TransportEvidence.InDoubt, _attempt.SendHasBegun);
        Assert.Equal(evidence == TransportEvidence.NotSent, _attempt.IsProvenUnsent);
    }

    private static void AddDefaults(IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(static builder =>
            builder
                .AddHttpMessageHandler(static () => new ResendingHandler(ResendingHandler.Kind.Always))
                .ConfigureHttpClient(static client => client.DefaultRequestHeaders.Add("X-Default", "1"))
        );

    private static void AddHandler(IServiceCollection services, ResendingHandler.Kind kind) =>
        services.AddHttpClient(PaymentTransport.HttpClientName).AddHttpMessageHandler(() => new ResendingHandler(kind));
}

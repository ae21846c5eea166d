using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http.Tests.Server;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Http.Tests.Transport;

/// <summary>A secret that is a segment of the address reaches the server and is not visible on the way there.</summary>
public sealed class PathSecretTests
{
    private const string Canary = "vt_canary_4e81";
    private const string Key = $"{Canary}/?#%ü";
    private const string Escaped = $"{Canary}%2F%3F%23%25%C3%BC";

    [Fact]
    public async Task The_server_gets_the_secret_as_the_first_segment()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(new Uri(server.Address, "/api"));

        var answer = await fixture.SendAsync(Read());

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.StartsWith(
            $"GET /api/{Escaped}/transactions/tx_1?expand=card HTTP/1.1\r\n",
            Assert.Single(server.Requests),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_write_with_a_secret_passes_its_gate()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        using var attempt = TransportFixture.Attempt();

        var answer = await fixture.SendAsync(
            new TransportRequest
            {
                Method = HttpMethod.Post,
                Path = "/void",
                PathSecret = new ApiKey(Key),
                Attempt = attempt,
            }
        );

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.True(attempt.SendHasBegun);
        Assert.StartsWith($"POST /{Escaped}/void ", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Key, "../transactions")]
    [InlineData(Key, "%2e%2e/transactions")]
    [InlineData(Key, "..")]
    [InlineData(Key, "a/../../b")]
    [InlineData("..", "transactions")]
    [InlineData(".", "transactions")]
    public async Task An_address_that_would_lose_its_secret_is_refused(string key, string path)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => fixture.SendAsync(Read(key, path)));

        Assert.DoesNotContain(Canary, exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, server.Accepted);
    }

    [Theory]
    [InlineData("https://other.example/base/~secret/transactions/tx_1?expand=card")]
    [InlineData("http://api.example/base/~secret/transactions/tx_1?expand=card")]
    [InlineData("https://api.example/~secret/transactions/tx_1?expand=card")]
    [InlineData("https://api.example/base/~secret1/transactions/tx_1?expand=card")]
    [InlineData("https://api.example/base/transactions/tx_1?expand=~secret/")]
    public async Task No_other_address_receives_the_secret(string elsewhere)
    {
        Uri? seen = null;
        using var wire = new WireStub(request =>
        {
            seen = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        });
        await using var fixture = wire.CreateFixture(
            MeddlingHandler.Adding(message => message.RequestUri = new Uri(elsewhere))
        );

        await fixture.SendAsync(Read());

        Assert.Equal(elsewhere, seen?.AbsoluteUri);
    }

    [Fact]
    public async Task No_handler_on_the_way_sees_the_secret()
    {
        using var witness = new Witness();
        using var current = new Activity("checkout").Start();
        await using var server = FaultServer.Answering(Responses.Json("{}", 500));
        await using var cut = new FaultServer(static async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        await using var plain = new FaultServer(static async connection =>
        {
            await connection.ReadMoreAsync();
            await connection.WriteAsync(Responses.Json("{}"));
        });
        Uri[] addresses =
        [
            server.Address,
            cut.Address,
            new("http://payments.invalid/"),
            new($"https://127.0.0.1:{plain.Port}/"),
        ];

        foreach (var address in addresses)
        {
            await using var fixture = new TransportFixture(address, Witnessing(witness));
            var answer = await fixture.SendAsync(Read());
            witness.Note($"{answer} {answer.Description} {Read()}");
        }

        AssertHidden(witness);
        Assert.Contains(
            witness.Seen,
            static text => text.Contains("/~secret/transactions/tx_1", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task No_exception_and_no_late_end_shows_the_secret()
    {
        using var witness = new Witness();
        var time = new ManualTimeProvider();
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture(time, configure: Witnessing(witness));
        using var source = new CancellationTokenSource();

        var left = fixture.Transport.SendAsync(Read(), source.Token);
        await busy.Occupied;
        await source.CancelAsync();
        witness.Note((await Assert.ThrowsAsync<OperationCanceledException>(() => left)).ToString());
        var late = fixture.SendAsync(Read());
        time.Advance(TimeSpan.FromSeconds(20));
        witness.Note($"{await late}");

        AssertHidden(witness);
        Assert.Equal(TransportFault.DeadlineExceeded, (await late).Fault);
    }

    [Fact]
    public async Task A_custom_primary_handler_records_no_activity_either()
    {
        using var witness = new Witness();
        using var current = new Activity("checkout").Start();
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(
            server.Address,
            static services =>
                services
                    .AddHttpClient(PaymentTransport.HttpClientName)
                    .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { UseProxy = false })
        );

        await fixture.SendAsync(Read());

        Assert.Contains(Escaped, Assert.Single(server.Requests), StringComparison.Ordinal);
        AssertHidden(witness);
    }

    [Fact]
    public async Task A_transport_over_a_client_of_ones_own_hides_nothing()
    {
        using var witness = new Witness();
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        using var client = new HttpClient();
        var transport = new PaymentTransport(
            client,
            new PaymentTransportOptions { BaseAddress = server.Address },
            TimeProvider.System
        );

        await transport.SendAsync(Read("vt_unhidden_92bd"), TestContext.Current.CancellationToken);

        Assert.Contains("/vt_unhidden_92bd/", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.Contains(witness.Seen, static text => text.Contains("vt_unhidden_92bd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secrets_of_exchanges_beside_each_other_stay_apart()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        var keys = Enumerable.Range(0, 20).Select(static i => $"key-{i}").ToList();

        await Task.WhenAll(keys.Select(key => fixture.SendAsync(Read(key, $"of/{key}"))));

        Assert.Equal(
            keys.Select(static key => $"GET /{key}/of/{key} HTTP/1.1").Order(StringComparer.Ordinal),
            server.Requests.Select(static request => request.Split("\r\n")[0]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Nothing_is_kept_when_the_exchange_has_ended()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);

        var kept = await SendAndForgetAsync(fixture);
        for (var i = 0; i < 10 && kept.IsAlive; i++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(kept.IsAlive);
        await fixture.SendAsync(TransportFixture.Read());
        Assert.DoesNotContain(Canary, server.Requests.Last(), StringComparison.Ordinal);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> SendAndForgetAsync(TransportFixture fixture)
    {
        var request = Read();
        await fixture.SendAsync(request);
        return new WeakReference(request.PathSecret);
    }

    private static TransportRequest Read(string key = Key, string path = "transactions/tx_1?expand=card") =>
        new()
        {
            Method = HttpMethod.Get,
            Path = path,
            PathSecret = new ApiKey(key),
            Purpose = TransportPurpose.Read,
        };

    /// <summary>Adds a handler of the application that records everything it can see before and after the request.</summary>
    private static Action<IServiceCollection> Witnessing(Witness witness)
    {
        void Note(HttpRequestMessage message) => witness.Note($"{message} {string.Join(' ', message.Options)}");
        return MeddlingHandler.Adding(Note, Note);
    }

    private static void AssertHidden(Witness witness)
    {
        Assert.NotEmpty(witness.Seen);
        Assert.DoesNotContain(witness.Seen, static text => text.Contains(Canary, StringComparison.Ordinal));
    }
}

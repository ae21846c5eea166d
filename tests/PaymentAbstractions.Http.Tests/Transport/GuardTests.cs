using System.Net;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http.Tests.Server;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Http.Tests.Transport;

/// <summary>Regardless of the handlers above the wire, nothing is sent while the gate is shut.</summary>
public sealed class GuardTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly RunningAttempt _attempt;

    public GuardTests() => _attempt = new RunningAttempt(PaymentRequests.Sale(), _time, TimeSpan.FromSeconds(5));

    [Fact]
    public async Task A_response_shows_that_something_was_sent_even_if_its_content_is_not_read()
    {
        using var wire = new WireStub(static _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));
        await using var fixture = wire.CreateFixture();

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        AssertSent();
    }

    [Fact]
    public async Task A_response_that_ends_too_early_is_in_doubt_even_if_its_content_is_not_read()
    {
        using var wire = new WireStub(static _ =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StreamContent(Stream.Null) { Headers = { ContentLength = 10 } },
                }
            )
        );
        await using var fixture = wire.CreateFixture();

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        Assert.Equal(TransportEvidence.InDoubt, answer.Evidence);
        AssertSent();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Content_that_took_the_place_of_ours_opens_the_gate(bool withContent)
    {
        await using var server = new FaultServer(static async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        await using var fixture = new TransportFixture(server.Address, Replacing(withContent));

        var answer = await fixture.SendAsync(TransportFixture.Void(_attempt));

        Assert.Equal(TransportEvidence.InDoubt, answer.Evidence);
        AssertSent();
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Content_that_took_the_place_of_ours_does_not_pass_a_gate_that_is_shut(bool withContent)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address, Replacing(withContent));
        _time.Advance(TimeSpan.FromSeconds(6));

        var answer = await fixture.SendAsync(TransportFixture.Void(_attempt));

        Assert.Equal(TransportFault.SendRefused, answer.Fault);
        Assert.True(_attempt.IsProvenUnsent);
        Assert.Equal(0, server.Accepted);
    }

    [Fact]
    public async Task Content_around_ours_is_sent()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(
            server.Address,
            MeddlingHandler.Adding(static message => message.Content = new Around(message.Content!))
        );

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.EndsWith(
            """{"pan":"4111111111111111","cvv":"987"}""",
            Assert.Single(server.Requests),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Headers_never_leave_ahead_of_the_content()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(
            server.Address,
            MeddlingHandler.Adding(static message =>
            {
                message.Headers.ExpectContinue = true;
                message.Version = HttpVersion.Version20;
                message.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            })
        );

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        var request = Assert.Single(server.Requests);
        Assert.Contains(" HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Expect", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_leaves_by_the_way_without_tasks()
    {
        using var inner = new SocketsHttpHandler();
        using var guard = new ExchangeGuard(inner);
        using var client = new HttpMessageInvoker(guard);
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        using var message = new HttpRequestMessage(HttpMethod.Get, server.Address);

        Assert.Throws<SendStoppedException>(() => client.Send(message, TestContext.Current.CancellationToken));

        Assert.Equal(0, server.Accepted);
    }

    public void Dispose() => _attempt.Dispose();

    private static Action<Microsoft.Extensions.DependencyInjection.IServiceCollection> Replacing(bool withContent) =>
        MeddlingHandler.Adding(message => message.Content = withContent ? new ByteArrayContent([1]) : null);

    private void AssertSent()
    {
        Assert.True(_attempt.SendHasBegun);
        Assert.False(_attempt.IsProvenUnsent);
    }

    private sealed class Around(HttpContent inner) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            inner.CopyToAsync(stream, context);

        protected override bool TryComputeLength(out long length)
        {
            length = inner.Headers.ContentLength ?? 0;
            return true;
        }
    }
}

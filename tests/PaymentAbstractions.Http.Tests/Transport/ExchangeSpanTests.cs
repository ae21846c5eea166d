using System.Collections.Concurrent;
using System.Diagnostics;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class ExchangeSpanTests : IDisposable
{
    // The gateway has a unique name because the source is process-wide.
    private const string Gateway = "exchange_spans";

    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;
    private bool _failing;

    public ExchangeSpanTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == PaymentTelemetry.Name,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem("payment.gateway"), Gateway))
                {
                    _spans.Enqueue(span);
                    if (_failing)
                    {
                        throw new InvalidOperationException("A listener failed.");
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Theory]
    [InlineData(200, ActivityStatusCode.Unset, null)]
    [InlineData(402, ActivityStatusCode.Unset, null)]
    [InlineData(503, ActivityStatusCode.Error, "503")]
    public async Task An_exchange_has_a_span_and_only_a_server_that_failed_is_an_error(
        int status,
        ActivityStatusCode expected,
        string? error
    )
    {
        await using var server = FaultServer.Answering(Responses.Json("{}", status));

        await SendAsync(server);

        var span = Assert.Single(_spans);
        Assert.Equal(("POST", ActivityKind.Client), (span.OperationName, span.Kind));
        Assert.Equal("POST", span.GetTagItem("http.request.method"));
        Assert.Equal(status, span.GetTagItem("http.response.status_code"));
        Assert.Equal("127.0.0.1", span.GetTagItem("server.address"));
        Assert.Equal(server.Address.Port, span.GetTagItem("server.port"));
        Assert.Equal((expected, error), (span.Status, span.GetTagItem("error.type") as string));
    }

    [Fact]
    public async Task No_answer_is_an_error_with_the_kind_of_the_fault()
    {
        await using var server = FaultServer.Answering("this is not HTTP\r\n\r\n");

        await SendAsync(server);

        var span = Assert.Single(_spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Null(span.GetTagItem("http.response.status_code"));
        Assert.True(Enum.TryParse<TransportFault>(span.GetTagItem("error.type") as string, out var fault));
        Assert.NotEqual(TransportFault.None, fault);
    }

    [Fact]
    public async Task A_span_has_no_address_below_the_host_and_no_secret()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));

        await SendAsync(server);

        // The port is any number, and may contain the digits of the security code.
        var texts = Assert
            .Single(_spans)
            .TagObjects.Where(tag => tag.Key != "server.port")
            .Select(tag => $"{tag.Value}")
            .ToList();
        Assert.NotEmpty(texts);
        Assert.All(
            ["transactions", TransportFixture.CardNumber, TransportFixture.ApiKey, TransportFixture.SecurityCode],
            secret => Assert.DoesNotContain(texts, text => text.Contains(secret, StringComparison.Ordinal))
        );
        Assert.DoesNotContain("traceparent", Assert.Single(server.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_listener_that_throws_does_not_lose_the_answer()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        var outer = Activity.Current;
        _failing = true;

        var answer = await SendAsync(server);

        Assert.Single(_spans);
        Assert.Equal((TransportFault.None, 200), (answer.Fault, answer.StatusCode));
        Assert.Same(outer, Activity.Current);
    }

    public void Dispose() => _listener.Dispose();

    private static async Task<TransportAnswer> SendAsync(FaultServer server)
    {
        await using var fixture = new TransportFixture(server.Address);
        var transport = fixture.Factory.Create(
            new PaymentTransportOptions { BaseAddress = server.Address, Gateway = Gateway }
        );
        return await transport.SendAsync(TransportFixture.Sale(), TestContext.Current.CancellationToken);
    }
}

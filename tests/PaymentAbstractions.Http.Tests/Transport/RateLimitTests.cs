using System.Diagnostics.Metrics;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class RateLimitTests : IDisposable
{
    // The gateway has a unique name because the meter is process-wide.
    private const string Gateway = "rate_limits";

    private readonly MeterListener _listener = new();
    private readonly List<(string Name, long Requests, string? Server)> _measured = [];

    public RateLimitTests()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (
                instrument.Meter.Name == "PaymentAbstractions"
                && instrument.Name.StartsWith("payments.rate_limit.", StringComparison.Ordinal)
            )
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(
            (instrument, requests, tags, _) =>
            {
                var named = new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal);
                if (Equals(named.GetValueOrDefault("payment.gateway"), Gateway))
                {
                    _measured.Add((instrument.Name, requests, named["server.address"] as string));
                }
            }
        );
        _listener.Start();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(429)]
    public async Task The_limit_in_an_answer_is_measured(int status)
    {
        await SendAsync(
            Responses.With("{}", "application/json", status, "X-RateLimit-Limit: 3000\r\nx-ratelimit-remaining: 0\r\n")
        );

        Assert.Equal(
            [("payments.rate_limit.limit", 3000, "127.0.0.1"), ("payments.rate_limit.remaining", 0, "127.0.0.1")],
            _measured
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("X-RateLimit-Limit: many\r\nX-RateLimit-Remaining: -1\r\n")]
    public async Task Without_a_number_nothing_is_measured(string headers)
    {
        await SendAsync(Responses.With("{}", "application/json", 200, headers));

        Assert.Empty(_measured);
    }

    public void Dispose() => _listener.Dispose();

    private static async Task SendAsync(string response)
    {
        await using var server = FaultServer.Answering(response);
        await using var fixture = new TransportFixture(server.Address);
        var transport = fixture.Factory.Create(
            new PaymentTransportOptions { BaseAddress = server.Address, Gateway = Gateway }
        );
        await transport.SendAsync(TransportFixture.Read(), TestContext.Current.CancellationToken);
    }
}

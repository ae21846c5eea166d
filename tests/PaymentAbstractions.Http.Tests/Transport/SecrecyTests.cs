using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

/// <summary>Requests with known secrets fail in every way; no printable value may contain a secret.</summary>
public sealed class SecrecyTests
{
    private const string Echo =
        $$"""{"pan":"{{TransportFixture.CardNumber}}","cvv":"{{TransportFixture.SecurityCode}}","key":"{{TransportFixture.ApiKey}}"}""";

    public static TheoryData<string> Answers =>
        [
            Responses.Json(Echo),
            Responses.Json(Echo, 500),
            Responses.With(Echo, "text/html", 502),
            Responses.Json(Echo + "}"),
            Responses.With(
                "",
                "text/plain",
                307,
                $"Location: http://127.0.0.1:1/?pan={TransportFixture.CardNumber}\r\n"
            ),
            "HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n" + Echo,
            "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + Echo,
            "HTTP/1.1 200 " + Echo,
            Echo + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Echo,
            "HTTP/1.1 200 OK\r\n" + Echo + "\r\n\r\n",
        ];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_answer_prints_a_secret(string response)
    {
        await using var server = new FaultServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(response);
        });
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(TransportFixture.Sale());

        answer.TryReadJson(TestJsonContext.Default.Charge, out _, out _);
        AssertSafe(answer.Description, server);
        AssertSafe(answer.ToString(), server);
    }

    [Fact]
    public async Task No_exception_prints_a_secret()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        using var attempt = TransportFixture.Attempt();

        var canceled = await Assert.ThrowsAsync<OperationCanceledException>(() =>
            fixture.Transport.SendAsync(TransportFixture.Sale(), source.Token)
        );
        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            fixture.SendAsync(
                new TransportRequest
                {
                    Method = HttpMethod.Post,
                    Path = "transactions?pan=" + TransportFixture.CardNumber,
                    Content = Encoding.UTF8.GetBytes(Echo),
                    Attempt = attempt,
                    Headers = [new("Authorization", TransportFixture.ApiKey + "\r\nX: 1")],
                }
            )
        );

        AssertSafe(canceled.ToString(), server);
        AssertSafe(refused.ToString(), server);
    }

    [Fact]
    public async Task No_activity_of_the_handler_carries_the_address()
    {
        var started = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "System.Net.Http",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => started.Add($"{activity.GetTagItem("url.full")}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        using var current = new Activity("checkout").Start();

        await fixture.SendAsync(TransportFixture.Sale());

        Assert.DoesNotContain(started, url => url.Contains(server.Address.Authority, StringComparison.Ordinal));
        Assert.DoesNotContain("traceparent", Assert.Single(server.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Neither_requests_nor_options_nor_headers_print_a_secret()
    {
        var header = new TransportHeader("REB-APIKEY", TransportFixture.ApiKey);

        Assert.Equal("REB-APIKEY: ***", header.ToString());
        Assert.DoesNotContain(
            TransportFixture.CardNumber,
            TransportFixture.Sale().ToString()!,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            TransportFixture.ApiKey,
            new PaymentTransportOptions { BaseAddress = new Uri("https://host"), Headers = [header] }.ToString()!,
            StringComparison.Ordinal
        );
    }

    private static void AssertSafe(string text, FaultServer server)
    {
        Assert.DoesNotContain(TransportFixture.CardNumber, text, StringComparison.Ordinal);
        Assert.DoesNotContain(TransportFixture.SecurityCode, text, StringComparison.Ordinal);
        Assert.DoesNotContain(TransportFixture.ApiKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Address.Authority, text, StringComparison.Ordinal);
        Assert.DoesNotContain("transactions", text, StringComparison.Ordinal);
    }
}

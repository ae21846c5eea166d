using System.Text;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class AnswerTests
{
    [Fact]
    public async Task A_complete_response_is_an_answer()
    {
        await using var server = FaultServer.Answering(Responses.Json("""{"id":"tx_1","result":"approved"}"""));
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(TransportFixture.Sale());

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.Equal(TransportFault.None, answer.Fault);
        Assert.Equal(200, answer.StatusCode);
        Assert.True(answer.TryReadJson(TestJsonContext.Default.Charge, out var charge, out _));
        Assert.Equal(new Charge("tx_1", "approved"), charge);
    }

    [Fact]
    public async Task The_request_carries_the_bytes_and_headers_and_nothing_else()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(new Uri(server.Address, "/api/v1"));

        await fixture.SendAsync(TransportFixture.Sale());

        var request = Assert.Single(server.Requests);
        Assert.Equal(
            $$"""
            POST /api/v1/transactions?expand=card HTTP/1.1
            Host: 127.0.0.1:{{server.Port}}
            Accept: application/json
            REB-APIKEY: sk_canary_7Jq2
            Content-Type: application/json
            Content-Length: 38

            {"pan":"4111111111111111","cvv":"987"}
            """,
            request,
            ignoreLineEndingDifferences: true
        );
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(407)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Headers_are_readable_for_every_status(int status)
    {
        await using var server = FaultServer.Answering(
            Responses.With("{}", "application/json", status, "Retry-After: 7\r\nX-Many: a\r\nX-Many: b\r\n")
        );
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(TransportFixture.Sale());

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("7", answer.Header("retry-after"));
        Assert.Equal("a, b", answer.Header("X-Many"));
        Assert.Equal("2", answer.Header("Content-Length"));
        Assert.Null(answer.Header("X-None"));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task No_content_is_an_answer_without_body()
    {
        await using var server = FaultServer.Answering("HTTP/1.1 204 No Content\r\n\r\n");
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(TransportFixture.Sale());

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.Equal(204, answer.StatusCode);
        Assert.True(answer.Body.IsEmpty);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2500)]
    [InlineData(4096)]
    public async Task A_chunked_body_is_read_to_its_end(int size)
    {
        var body = new string('x', size);
        await using var server = FaultServer.Answering(
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{size:x}\r\n{body}\r\n0\r\n\r\n"
        );
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(TransportFixture.Sale());

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.Equal(body, Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Fact]
    public async Task A_head_request_is_answered_without_body()
    {
        await using var server = FaultServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n");
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(
            new TransportRequest
            {
                Method = HttpMethod.Head,
                Path = "transactions",
                Purpose = TransportPurpose.Read,
            }
        );

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.True(answer.Body.IsEmpty);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_answer_and_the_key_goes_nowhere_else(int status)
    {
        await using var elsewhere = FaultServer.Answering(Responses.Json("{}"));
        await using var server = FaultServer.Answering(
            Responses.With("moved", "text/plain", status, $"Location: {elsewhere.Address}\r\n")
        );
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(TransportFixture.Sale());

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(elsewhere.Address.ToString(), answer.Header("Location"));
        Assert.Equal("moved"u8.ToArray(), answer.Body.ToArray());
        Assert.Single(server.Requests);
        Assert.Equal(0, elsewhere.Accepted);
    }

    [Fact]
    public async Task A_cookie_is_not_sent_back()
    {
        await using var server = FaultServer.Answering(
            Responses.With("{}", "application/json", headers: "Set-Cookie: session=1; Path=/\r\n")
        );
        await using var fixture = new TransportFixture(server.Address);

        await fixture.SendAsync(TransportFixture.Sale());
        await fixture.SendAsync(TransportFixture.Sale());

        Assert.Equal(2, server.Requests.Count);
        Assert.All(
            server.Requests,
            static request => Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_write_without_body_carries_an_empty_content()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        using var attempt = TransportFixture.Attempt();

        await fixture.SendAsync(TransportFixture.Void(attempt));

        Assert.Contains("Content-Length: 0\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.True(attempt.SendHasBegun);
    }

    [Fact]
    public async Task A_large_request_arrives_whole()
    {
        var body = new string('7', 1_000_000);
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(TransportFixture.Sale(body: body));

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.EndsWith("\r\n\r\n" + body, Assert.Single(server.Requests), StringComparison.Ordinal);
    }
}

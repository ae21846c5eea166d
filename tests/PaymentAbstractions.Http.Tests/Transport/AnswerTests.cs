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
}

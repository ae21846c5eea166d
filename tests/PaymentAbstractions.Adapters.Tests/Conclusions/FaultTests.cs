namespace PaymentAbstractions.Adapters.Tests;

public sealed class FaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_connection_is_not_sent()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Refused());

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.ConnectionFailed), (result.Outcome, result.Reason));
        Assert.True(result.MaySendAgain);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_request_is_unknown()
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Reset());

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
        Assert.Single(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData(200, "", "application/json")]
    [InlineData(200, "null", "application/json")]
    [InlineData(200, "[]", "application/json")]
    [InlineData(200, "{", "application/json")]
    [InlineData(200, "<html>approved</html>", "text/html")]
    [InlineData(200, "<html>approved</html>", "application/json")]
    [InlineData(200, "{\"id\":\"pay_1\",\"id\":\"pay_2\"}", "application/json")]
    [InlineData(202, "{\"status\":\"succeeded\"}", "application/json")]
    [InlineData(302, "", "text/html")]
    [InlineData(400, "<html>Bad request</html>", "text/html")]
    [InlineData(402, "{\"error\":{\"type\":\"other\"}}", "application/json")]
    [InlineData(404, "not found", "text/plain")]
    [InlineData(500, "{\"error\":{\"type\":\"declined\"}}", "application/json")]
    [InlineData(502, "<html>Bad gateway</html>", "text/html")]
    public async Task An_undocumented_answer_is_unknown_and_sent_once(int status, string body, string type)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Text(status, body, type));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
        Assert.Equal((status, body), (result.Answer?.HttpStatus, result.Answer?.ReadBody()));
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_member_that_is_there_twice_spoils_an_approval()
    {
        await using var fixture = AdapterFixture.Acme();
        var twice = Txn.Sale()
            .ToJsonString()
            .Replace("\"status\"", "\"status\":\"failed\",\"status\"", StringComparison.Ordinal);
        fixture.Stub.On("POST payments", StubAnswer.Text(201, twice));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<response>")]
    [InlineData("<html><result>OK</result></html>")]
    [InlineData("<response/>")]
    [InlineData("<response><result>OK</result></response>")]
    [InlineData("<response><result>OK</result><result>DECLINED</result></response>")]
    [InlineData("<response><result>MAYBE</result></response>")]
    [InlineData("<!DOCTYPE response><response><result>DECLINED</result></response>")]
    public async Task An_unreadable_answer_of_an_old_provider_is_unknown(string body)
    {
        await using var fixture = AdapterFixture.OldPay();
        fixture.Stub.On("sale", StubAnswer.Text(200, body, "text/xml"));

        var result = await fixture.Gateway.SaleAsync(Some.CardSale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
        Assert.Single(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData("Retry-After", "30", 30)]
    [InlineData("Retry-After", "Sun, 01 Mar 2026 12:05:00 GMT", 300)]
    [InlineData("X-RateLimit-Retry-After", "1772366700", 300)]
    [InlineData("X-RateLimit-Retry-After", "2026-03-01T12:05:00Z", 300)]
    [InlineData("X-RateLimit-Retry-After", "soon", null)]
    public async Task A_rate_limit_is_unknown_and_says_when_to_come_back(string header, string value, int? seconds)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Text(429, "{}", "application/json", (header, value)));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.RateLimited), (result.Outcome, result.Reason));
        Assert.Equal(seconds is { } late ? ConformanceHarness.Start.AddSeconds(late) : null, result.RetryAt);
    }
}

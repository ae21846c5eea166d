using System.Text;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class JsonTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    [InlineData("application/problem+json")]
    [InlineData("application/vnd.rebilly+json ; charset=UTF-8")]
    public async Task Json_content_types_are_read(string contentType)
    {
        var answer = await AnswerAsync("""{"id":"tx_1"}""", contentType);

        Assert.True(answer.TryReadJson(TestJsonContext.Default.Charge, out var charge, out var problem));
        Assert.Equal("tx_1", charge.Id);
        Assert.Equal(JsonProblem.None, problem);
        Assert.Equal(contentType, answer.ContentType);
    }

    [Theory]
    [InlineData("""{"id":"tx_1"}""", "text/html", JsonProblem.NotJsonContentType)]
    [InlineData("""{"id":"tx_1"}""", "application/jsonp", JsonProblem.NotJsonContentType)]
    [InlineData("""{"id":"tx_1"}""", "text/plain; x=application/json", JsonProblem.NotJsonContentType)]
    [InlineData("", "application/json", JsonProblem.EmptyBody)]
    [InlineData(" \r\n\t", "application/json", JsonProblem.EmptyBody)]
    [InlineData("\uFEFF", "application/json", JsonProblem.EmptyBody)]
    [InlineData("", "text/html", JsonProblem.EmptyBody)]
    [InlineData("null", "application/json", JsonProblem.JsonNull)]
    [InlineData("{\"id\":", "application/json", JsonProblem.MalformedJson)]
    [InlineData("{} trailing", "application/json", JsonProblem.MalformedJson)]
    [InlineData("[]", "application/json", JsonProblem.MalformedJson)]
    [InlineData("{\"id\":7}", "application/json", JsonProblem.MalformedJson)]
    [InlineData("<html>", "application/json", JsonProblem.MalformedJson)]
    public async Task Unexpected_json_is_named(string body, string contentType, JsonProblem expected)
    {
        var answer = await AnswerAsync(body, contentType);

        Assert.False(answer.TryReadJson(TestJsonContext.Default.Charge, out var charge, out var problem));
        Assert.Null(charge);
        Assert.Equal(expected, problem);
        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        var answer = await AnswerAsync("\uFEFF{\"id\":\"tx_1\"}", "application/json");

        Assert.True(answer.TryReadJson(TestJsonContext.Default.Charge, out var charge, out _));
        Assert.Equal("tx_1", charge.Id);
    }

    [Fact]
    public async Task A_body_without_content_type_is_not_json()
    {
        await using var server = FaultServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(TransportFixture.Sale());

        Assert.False(answer.TryReadJson(TestJsonContext.Default.Charge, out _, out var problem));
        Assert.Equal(JsonProblem.NotJsonContentType, problem);
        Assert.Null(answer.ContentType);
        Assert.Equal("{}"u8.ToArray(), answer.Body.ToArray());
    }

    private static async Task<TransportAnswer> AnswerAsync(string body, string contentType)
    {
        await using var server = FaultServer.Answering(Encoding.UTF8.GetBytes(Responses.With(body, contentType)));
        await using var fixture = new TransportFixture(server.Address);
        return await fixture.SendAsync(TransportFixture.Sale());
    }
}

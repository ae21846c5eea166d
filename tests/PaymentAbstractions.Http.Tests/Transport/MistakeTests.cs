using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

/// <summary>A request that cannot be sent throws an exception, and nothing is sent.</summary>
public sealed class MistakeTests : IDisposable
{
    private readonly RunningAttempt _attempt = TransportFixture.Attempt();

    [Theory]
    [InlineData("secret\r\nX-Injected: 1")]
    [InlineData("secret\nX-Injected: 1")]
    [InlineData("secret\rX")]
    [InlineData("secret\0")]
    [InlineData("sécret")]
    public async Task A_header_value_that_could_inject_is_refused_before_anything_is_sent(string value)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        var request = new TransportRequest
        {
            Method = HttpMethod.Post,
            Path = "transactions",
            Attempt = _attempt,
            Headers = [new("X-Request-Id", value)],
        };

        var exception = await AssertMistakeAsync<ArgumentException>(fixture, request);

        Assert.DoesNotContain("cret", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, server.Accepted);
    }

    [Theory]
    [InlineData("../admin")]
    [InlineData("transactions/%2e%2e/%2e%2e/admin")]
    [InlineData("transactions/..")]
    [InlineData("transactions/../refund")]
    [InlineData("transactions/./refund")]
    [InlineData("transactions/%2E%2e/refund?x=1")]
    [InlineData("transactions/.%2e?x=1")]
    [InlineData("transactions/..%2Frefund")]
    [InlineData("transactions/a%5C..%5Cb")]
    [InlineData("transactions/%252e%252E/refund")]
    [InlineData("transactions/tx#1")]
    [InlineData("transactions/tx 1")]
    [InlineData("transactions\\tx")]
    [InlineData("transactions/tx\r\n1")]
    public async Task A_path_that_leaves_the_base_is_refused(string path)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(new Uri(server.Address, "/api/"));
        var request = new TransportRequest
        {
            Method = HttpMethod.Post,
            Path = path,
            Attempt = _attempt,
        };

        var exception = await AssertMistakeAsync<ArgumentException>(fixture, request);

        Assert.DoesNotContain(path, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Accepted);
    }

    [Fact]
    public async Task A_content_type_that_is_none_is_refused_before_anything_is_sent()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        var request = new TransportRequest
        {
            Method = HttpMethod.Post,
            Path = "transactions",
            Content = new byte[1],
            ContentType = "json\r\nX: 1",
            Attempt = _attempt,
        };

        await AssertMistakeAsync<ArgumentException>(fixture, request);

        Assert.Equal(0, server.Accepted);
    }

    [Fact]
    public async Task An_exception_of_a_header_reaches_the_caller_and_nothing_is_sent()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        var thrown = new InvalidOperationException("The vault is sealed.");
        var request = new TransportRequest
        {
            Method = HttpMethod.Post,
            Path = "transactions",
            Attempt = _attempt,
            Headers = [new("X-Request-Id", () => throw thrown)],
        };

        Assert.Same(thrown, await AssertMistakeAsync<InvalidOperationException>(fixture, request));

        Assert.Equal(0, server.Accepted);
    }

    public void Dispose() => _attempt.Dispose();

    private async Task<T> AssertMistakeAsync<T>(TransportFixture fixture, TransportRequest request)
        where T : Exception
    {
        var exception = await Assert.ThrowsAsync<T>(() => fixture.SendAsync(request));
        Assert.True(_attempt.IsProvenUnsent);
        Assert.False(_attempt.SendHasBegun);
        Assert.False(_attempt.TryBeginSend());
        return exception;
    }
}

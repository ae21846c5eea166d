using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http.Tests.Server;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class InDoubtTests : IDisposable
{
    private readonly RunningAttempt _attempt = TransportFixture.Attempt();

    [Fact]
    public async Task A_reset_before_the_request_was_read_is_in_doubt()
    {
        await using var server = new FaultServer(static async connection =>
        {
            await connection.WaitForBytesAsync();
            connection.Reset();
        });

        var answer = await SendAsync(server);

        AssertInDoubt(answer, TransportFault.ConnectionReset);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_reset_after_the_request_was_read_is_in_doubt()
    {
        await using var server = new FaultServer(static async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });

        var answer = await SendAsync(server);

        AssertInDoubt(answer, TransportFault.ConnectionReset);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("", TransportFault.ResponseEnded)]
    [InlineData("HTTP/1.", TransportFault.ResponseEnded)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: applic", TransportFault.ResponseEnded)]
    [InlineData("SMTP ready\r\n\r\n", TransportFault.InvalidResponse)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"result\":", TransportFault.TruncatedBody)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n", TransportFault.TruncatedBody)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{}", TransportFault.TruncatedBody)]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}", TransportFault.TruncatedBody)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}", TransportFault.InvalidResponse)]
    public async Task An_incomplete_response_is_in_doubt(string response, TransportFault fault)
    {
        await using var server = new FaultServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(response);
        });

        var answer = await SendAsync(server);

        AssertInDoubt(answer, fault);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 4097\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1001\r\n")]
    public async Task A_body_that_is_too_large_is_in_doubt(string headers)
    {
        await using var server = new FaultServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(headers + new string(' ', 4097) + "\r\n0\r\n\r\n");
            await connection.ReadMoreAsync();
        });

        var answer = await SendAsync(server);

        AssertInDoubt(answer, TransportFault.BodyTooLarge);
        Assert.Contains("200", answer.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deadline_covers_a_body_that_drips()
    {
        var time = new ManualTimeProvider();
        var dripping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FaultServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
            dripping.SetResult();
            await connection.ReadMoreAsync();
        });
        await using var fixture = new TransportFixture(
            server.Address,
            services => services.AddSingleton<TimeProvider>(time)
        );

        var sending = fixture.SendAsync(TransportFixture.Sale(_attempt));
        await dripping.Task;
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(10));
        var answer = await sending;

        AssertInDoubt(answer, TransportFault.DeadlineExceeded);
    }

    [Fact]
    public async Task A_read_that_fails_is_an_unanswered_answer()
    {
        await using var server = new FaultServer(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n");
        });
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(TransportFixture.Read());

        AssertUnanswered(answer, TransportFault.TruncatedBody);
    }

    public void Dispose() => _attempt.Dispose();

    private async Task<TransportAnswer> SendAsync(FaultServer server)
    {
        await using var fixture = new TransportFixture(server.Address);
        return await fixture.SendAsync(TransportFixture.Sale(_attempt));
    }

    private void AssertInDoubt(TransportAnswer answer, TransportFault fault)
    {
        AssertUnanswered(answer, fault);
        Assert.True(_attempt.SendHasBegun);
        Assert.False(_attempt.IsProvenUnsent);
    }

    private static void AssertUnanswered(TransportAnswer answer, TransportFault fault)
    {
        Assert.Equal(TransportEvidence.InDoubt, answer.Evidence);
        Assert.Equal(fault, answer.Fault);
        Assert.Equal(0, answer.StatusCode);
        Assert.True(answer.Body.IsEmpty);
        Assert.False(answer.TryReadJson(TestJsonContext.Default.Charge, out _, out var problem));
        Assert.Equal(JsonProblem.EmptyBody, problem);
        Assert.StartsWith("Outcome unknown: ", answer.Description, StringComparison.Ordinal);
    }
}

using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_token_that_is_already_canceled_sends_nothing()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() =>
            fixture.Transport.SendAsync(TransportFixture.Sale(), source.Token)
        );

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(0, server.Accepted);
    }

    [Fact]
    public async Task A_cancellation_before_the_first_byte_ends_the_exchange_and_no_byte_arrives()
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();
        var first = await busy.OccupyAsync(fixture);
        using var source = new CancellationTokenSource();
        var begun = false;

        var second = fixture.Transport.SendAsync(TransportFixture.Sale(() => begun = true), source.Token);
        await source.CancelAsync();
        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => second);

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.False(begun);
        busy.Release();
        await first;
        Assert.Single(busy.Server.Requests);
    }

    [Fact]
    public async Task A_cancellation_after_the_first_byte_does_not_end_a_write()
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();
        using var source = new CancellationTokenSource();

        var sending = fixture.Transport.SendAsync(TransportFixture.Sale(), source.Token);
        await busy.Occupied;
        await source.CancelAsync();
        Assert.False(sending.IsCompleted);
        busy.Release();
        var answer = await sending;

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
    }

    [Fact]
    public async Task A_cancellation_ends_a_read_at_any_time()
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();
        using var source = new CancellationTokenSource();

        var reading = fixture.Transport.SendAsync(TransportFixture.Read(), source.Token);
        await busy.Occupied;
        await source.CancelAsync();
        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => reading);

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_cancellation_while_sending_begins_comes_too_late()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        using var source = new CancellationTokenSource();

        var answer = await fixture.Transport.SendAsync(
            TransportFixture.Sale(() =>
            {
                source.Cancel();
                return true;
            }),
            source.Token
        );

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
    }

    [Fact]
    public async Task A_refusal_after_a_cancellation_is_a_cancellation()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            fixture.Transport.SendAsync(
                TransportFixture.Sale(() =>
                {
                    source.Cancel();
                    return false;
                }),
                source.Token
            )
        );

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Either_the_cancellation_wins_or_the_request_arrives()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        var begun = 0;
        var canceled = 0;

        for (var i = 0; i < 100; i++)
        {
            using var source = new CancellationTokenSource();
            var sending = fixture.Transport.SendAsync(
                TransportFixture.Sale(() => Interlocked.Increment(ref begun) > 0),
                source.Token
            );
            var canceling = Task.Run(source.Cancel, CancellationToken.None);
            try
            {
                Assert.Equal(TransportEvidence.Answered, (await sending).Evidence);
            }
            catch (OperationCanceledException)
            {
                canceled++;
            }

            await canceling;
        }

        Assert.Equal(100, begun + canceled);
        Assert.Equal(begun, server.Requests.Count);
    }
}

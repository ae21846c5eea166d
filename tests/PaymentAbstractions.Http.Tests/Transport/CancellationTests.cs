using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

/// <summary>A caller cancels through the token of the call or through the attempt; both compete with the first byte.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly RunningAttempt _attempt = TransportFixture.Attempt();
    private readonly CancellationTokenSource _source = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_caller_who_has_left_already_sends_nothing(bool byAttempt)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        Leave(byAttempt);

        await AssertCanceledAsync(SendAsync(fixture), byAttempt);

        Assert.Equal(0, server.Accepted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_before_the_first_byte_ends_the_exchange_and_no_byte_arrives(bool byAttempt)
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();
        var first = await busy.OccupyAsync(fixture);

        var second = SendAsync(fixture);
        Leave(byAttempt);

        await AssertCanceledAsync(second, byAttempt);
        busy.Release();
        await first;
        Assert.Single(busy.Server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_after_the_first_byte_does_not_end_a_write(bool byAttempt)
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();

        var sending = SendAsync(fixture);
        await busy.Occupied;
        Leave(byAttempt);
        Assert.False(sending.IsCompleted);
        busy.Release();

        await AssertSentAsync(sending);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_while_the_first_byte_is_written_comes_too_late(bool byAttempt)
    {
        using var wire = WireStub.Reading(onFirstByte: () => Leave(byAttempt));
        await using var fixture = wire.CreateFixture();

        await AssertSentAsync(SendAsync(fixture));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_just_before_the_first_byte_keeps_it_back(bool byAttempt)
    {
        var written = false;
        using var wire = WireStub.Reading(() => Leave(byAttempt), () => written = true);
        await using var fixture = wire.CreateFixture();

        await AssertCanceledAsync(SendAsync(fixture), byAttempt);

        Assert.False(written);
    }

    [Fact]
    public async Task A_cancellation_ends_a_read_at_any_time()
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();

        var reading = fixture.Transport.SendAsync(TransportFixture.Read(), _source.Token);
        await busy.Occupied;
        await _source.CancelAsync();
        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => reading);

        Assert.Equal(_source.Token, exception.CancellationToken);
    }

    public void Dispose()
    {
        _attempt.Dispose();
        _source.Dispose();
    }

    private void Leave(bool byAttempt)
    {
        if (byAttempt)
        {
            _attempt.TryCancel();
        }
        else
        {
            _source.Cancel();
        }
    }

    private Task<TransportAnswer> SendAsync(TransportFixture fixture) =>
        fixture.Transport.SendAsync(TransportFixture.Sale(_attempt), _source.Token);

    private async Task AssertCanceledAsync(Task<TransportAnswer> sending, bool byAttempt)
    {
        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => sending);
        Assert.Equal(byAttempt ? _attempt.CallerLeft : _source.Token, exception.CancellationToken);
        Assert.True(exception.CancellationToken.IsCancellationRequested);
        Assert.True(_attempt.IsProvenUnsent);
        Assert.False(_attempt.SendHasBegun);
    }

    private async Task AssertSentAsync(Task<TransportAnswer> sending)
    {
        Assert.Equal(TransportEvidence.Answered, (await sending).Evidence);
        Assert.True(_attempt.SendHasBegun);
        Assert.False(_attempt.IsProvenUnsent);
    }
}

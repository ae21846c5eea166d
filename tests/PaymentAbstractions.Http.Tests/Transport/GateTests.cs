using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http.Tests.Server;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Http.Tests.Transport;

/// <summary>The write that moves money passes the gate of its attempt exactly once, or is not sent.</summary>
public sealed class GateTests : IDisposable
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    private readonly ManualTimeProvider _time = new();
    private readonly RunningAttempt _attempt;

    public GateTests() => _attempt = new RunningAttempt(PaymentRequests.Sale(), _time, Within);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_whose_time_has_passed_is_not_sent_and_not_a_byte_arrives(bool withContent)
    {
        var arrived = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FaultServer(async connection =>
            arrived.SetResult(await connection.ReadMoreAsync())
        );
        await using var fixture = new TransportFixture(server.Address);
        _time.Advance(Within + TimeSpan.FromTicks(1));

        var answer = await fixture.SendAsync(
            withContent ? TransportFixture.Sale(_attempt) : TransportFixture.Void(_attempt)
        );

        AssertRefused(answer);
        Assert.True(_attempt.SendByPassed);
        Assert.True(_attempt.IsProvenUnsent);
        Assert.False(await arrived.Task);
    }

    [Fact]
    public async Task A_write_at_the_end_of_its_time_is_sent()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        _time.Advance(Within);

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.True(_attempt.SendHasBegun);
    }

    [Fact]
    public async Task Time_that_passes_while_the_write_waits_for_a_connection_counts()
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture(_time);
        var first = await busy.OccupyAsync(fixture);

        var second = fixture.SendAsync(TransportFixture.Sale(_attempt));
        _time.Advance(Within + TimeSpan.FromTicks(1));
        Assert.False(second.IsCompleted);
        busy.Release();
        await first;

        AssertRefused(await second);
        Assert.True(_attempt.SendByPassed);
        Assert.True(_attempt.IsProvenUnsent);
        Assert.Single(busy.Server.Requests);
    }

    [Fact]
    public async Task A_second_write_of_an_attempt_is_not_sent()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);

        var first = await fixture.SendAsync(TransportFixture.Sale(_attempt));
        var second = await fixture.SendAsync(TransportFixture.Void(_attempt));

        Assert.Equal(TransportEvidence.Answered, first.Evidence);
        AssertRefused(second);
        Assert.False(_attempt.IsProvenUnsent);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_second_write_beside_the_first_one_proves_nothing_about_it()
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();
        var other = await busy.OccupyAsync(fixture);

        var first = fixture.SendAsync(TransportFixture.Sale(_attempt));
        AssertRefused(await fixture.SendAsync(TransportFixture.Sale(_attempt)));
        Assert.False(_attempt.IsProvenUnsent);
        busy.Release();

        Assert.Equal(TransportEvidence.Answered, (await first).Evidence);
        Assert.True(_attempt.SendHasBegun);
        await other;
        Assert.Equal(2, busy.Server.Requests.Count);
    }

    [Fact]
    public async Task A_write_that_failed_before_its_first_byte_is_not_sent_by_another_one()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var nowhere = new TransportFixture(new Uri("http://payments.invalid/"));
        await using var fixture = new TransportFixture(server.Address);
        await nowhere.SendAsync(TransportFixture.Sale(_attempt));

        AssertRefused(await fixture.SendAsync(TransportFixture.Sale(_attempt)));

        Assert.True(_attempt.IsProvenUnsent);
        Assert.Equal(0, server.Accepted);
    }

    [Fact]
    public async Task A_write_beside_one_that_the_adapter_began_itself_is_not_sent()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        Assert.True(_attempt.TryBeginSend());

        AssertRefused(await fixture.SendAsync(TransportFixture.Sale(_attempt)));

        Assert.False(_attempt.IsProvenUnsent);
        Assert.Equal(0, server.Accepted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_of_an_attempt_that_has_ended_is_not_sent(bool givenUp)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        if (givenUp)
        {
            Assert.True(_attempt.TryGiveUp());
        }
        else
        {
            _attempt.Dispose();
        }

        AssertRefused(await fixture.SendAsync(TransportFixture.Sale(_attempt)));

        Assert.True(_attempt.IsProvenUnsent);
        Assert.Equal(0, server.Accepted);
    }

    [Fact]
    public async Task An_attempt_that_ends_while_its_write_waits_keeps_it_back()
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();
        var first = await busy.OccupyAsync(fixture);

        var second = fixture.SendAsync(TransportFixture.Sale(_attempt));
        Assert.False(_attempt.TryGiveUp());
        _attempt.Dispose();
        busy.Release();
        await first;

        AssertRefused(await second);
        Assert.True(_attempt.IsProvenUnsent);
        Assert.Single(busy.Server.Requests);
    }

    public void Dispose() => _attempt.Dispose();

    private static void AssertRefused(TransportAnswer answer)
    {
        Assert.Equal(TransportEvidence.NotSent, answer.Evidence);
        Assert.Equal(TransportFault.SendRefused, answer.Fault);
    }
}

using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

/// <summary>Requests that move money require the attempt; others neither take nor open its gate.</summary>
public sealed class PurposeTests : IDisposable
{
    private readonly RunningAttempt _attempt = TransportFixture.Attempt();

    [Fact]
    public async Task A_payment_without_attempt_is_refused()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        var request = new TransportRequest { Method = HttpMethod.Post, Path = "transactions" };

        await Assert.ThrowsAsync<ArgumentException>(() => fixture.SendAsync(request));

        Assert.Equal(0, server.Accepted);
    }

    [Theory]
    [InlineData(TransportPurpose.Preparation)]
    [InlineData(TransportPurpose.Read)]
    public async Task A_request_that_moves_no_money_takes_no_attempt(TransportPurpose purpose)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);

        await Assert.ThrowsAsync<ArgumentException>(() => fixture.SendAsync(Request(purpose, _attempt)));

        Assert.Equal(0, server.Accepted);
        await AssertStillSendableAsync(fixture);
    }

    [Theory]
    [InlineData(TransportPurpose.Preparation)]
    [InlineData(TransportPurpose.Read)]
    public async Task A_request_that_moves_no_money_needs_no_attempt(TransportPurpose purpose)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(Request(purpose));

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.StartsWith("POST /customers HTTP/1.1\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TransportPurpose.Preparation)]
    [InlineData(TransportPurpose.Read)]
    public async Task A_step_beside_the_write_leaves_the_gate_alone(TransportPurpose purpose)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);

        var answer = await PrepareAsync(fixture, purpose);

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        await AssertStillSendableAsync(fixture);
    }

    [Theory]
    [InlineData(TransportPurpose.Preparation)]
    [InlineData(TransportPurpose.Read)]
    public async Task A_step_that_fails_proves_nothing_about_the_write(TransportPurpose purpose)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var nowhere = new TransportFixture(new Uri("http://payments.invalid/"));
        await using var fixture = new TransportFixture(server.Address);

        var answer = await PrepareAsync(nowhere, purpose);

        Assert.Equal(TransportFault.NameNotResolved, answer.Fault);
        await AssertStillSendableAsync(fixture);
    }

    [Theory]
    [InlineData(TransportPurpose.Preparation)]
    [InlineData(TransportPurpose.Read)]
    public async Task A_caller_who_leaves_while_a_step_waits_for_a_connection_ends_it_and_nothing_is_sent(
        TransportPurpose purpose
    )
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();
        var first = await busy.OccupyAsync(fixture);

        var step = PrepareAsync(fixture, purpose);
        Assert.True(_attempt.TryCancel());
        await Assert.ThrowsAsync<OperationCanceledException>(() => step);

        Assert.True(_attempt.IsProvenUnsent);
        busy.Release();
        await first;
        Assert.Single(busy.Server.Requests);
    }

    [Fact]
    public async Task A_caller_who_leaves_while_a_read_runs_ends_it()
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();

        var step = PrepareAsync(fixture, TransportPurpose.Read);
        await busy.Occupied;
        Assert.True(_attempt.TryCancel());
        await Assert.ThrowsAsync<OperationCanceledException>(() => step);

        Assert.True(_attempt.IsProvenUnsent);
    }

    [Fact]
    public async Task A_caller_who_leaves_during_a_store_waits_for_it()
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();

        var step = PrepareAsync(fixture, TransportPurpose.Preparation);
        await busy.Occupied;
        Assert.True(_attempt.TryCancel());
        Assert.False(step.IsCompleted);
        busy.Release();

        Assert.Equal(TransportEvidence.Answered, (await step).Evidence);
        await Assert.ThrowsAsync<OperationCanceledException>(() => fixture.SendAsync(TransportFixture.Sale(_attempt)));
        Assert.True(_attempt.IsProvenUnsent);
        Assert.Single(busy.Server.Requests);
    }

    public void Dispose() => _attempt.Dispose();

    private static TransportRequest Request(TransportPurpose purpose, RunningAttempt? attempt = null) =>
        new()
        {
            Method = HttpMethod.Post,
            Path = "customers",
            Purpose = purpose,
            Attempt = attempt,
        };

    private Task<TransportAnswer> PrepareAsync(TransportFixture fixture, TransportPurpose purpose) =>
        _attempt.PrepareAsync(token => fixture.Transport.SendAsync(Request(purpose), token));

    private async Task AssertStillSendableAsync(TransportFixture fixture)
    {
        Assert.False(_attempt.SendHasBegun);
        Assert.False(_attempt.IsProvenUnsent);
        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));
        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
        Assert.True(_attempt.SendHasBegun);
    }
}

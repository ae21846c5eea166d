using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Disposal_waits_for_exchanges_under_way()
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture();
        var sending = await busy.OccupyAsync(fixture);

        var disposing = fixture.Factory.DisposeAsync().AsTask();
        Assert.False(disposing.IsCompleted);
        busy.Release();
        await disposing;

        Assert.Equal(TransportEvidence.Answered, (await sending).Evidence);
    }

    [Fact]
    public async Task Disposal_ends_what_outlives_the_drain_and_leaves_it_in_doubt()
    {
        var time = new ManualTime();
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture(time, deadline: TimeSpan.FromMinutes(5));
        var sent = await busy.OccupyAsync(fixture);
        var waiting = fixture.SendAsync(TransportFixture.Sale());

        var disposing = fixture.Factory.DisposeAsync().AsTask();
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(disposing.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(21));
        await disposing;

        var answer = await sent;
        Assert.Equal(TransportEvidence.InDoubt, answer.Evidence);
        Assert.Equal(TransportFault.Canceled, answer.Fault);
        Assert.Equal(TransportEvidence.NotSent, (await waiting).Evidence);
    }

    [Fact]
    public async Task Disposal_refuses_new_exchanges()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        fixture.Factory.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => fixture.SendAsync(TransportFixture.Sale()));

        Assert.Equal(0, server.Accepted);
    }

    [Fact]
    public async Task The_time_for_draining_can_be_set()
    {
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture(configure: static services =>
            services.Configure<PaymentHttpOptions>(static options => options.DrainTimeout = TimeSpan.Zero)
        );
        var sent = await busy.OccupyAsync(fixture);

        await fixture.Factory.DisposeAsync();

        Assert.Equal(TransportFault.Canceled, (await sent).Fault);
    }
}

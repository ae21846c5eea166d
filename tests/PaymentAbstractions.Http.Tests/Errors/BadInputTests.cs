using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http.Tests.Server;
using PaymentAbstractions.Http.Tests.Transport;
using PaymentAbstractions.Tests;

namespace PaymentAbstractions.Http.Tests.Errors;

public sealed class BadInputTests
{
    [Fact]
    public async Task Bad_input_is_answered_with_what_names_the_mistake()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        var answer = await fixture.SendAsync(TransportFixture.Read());
        var input = new BadInput(
            () => fixture.Transport,
            () => fixture.Factory,
            () => answer,
            () => new PaymentTransportOptions { BaseAddress = server.Address },
            static () => TransportFixture.Read(),
            static () => new TransportHeader("X-Id", "1"),
            static () => new ServiceCollection(),
            static () => TimeProvider.System
        );

        await input.RunAsync(typeof(PaymentTransport).Assembly);

        Assert.InRange(input.Calls, 50, int.MaxValue);
        Assert.True(!input.Findings.Any(), string.Join("\n", input.Findings));
    }

    [Fact]
    public async Task A_missing_method_is_named_while_somebody_traces()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "PaymentAbstractions",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        var request = new TransportRequest
        {
            Method = null!,
            Path = "x",
            Purpose = TransportPurpose.Read,
        };

        var thrown = await Assert.ThrowsAsync<ArgumentException>(() =>
            fixture.Transport.SendAsync(request, TestContext.Current.CancellationToken)
        );

        Assert.Contains("Method", thrown.Message, StringComparison.Ordinal);
    }
}

using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http.Tests.Server;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Http.Tests.Transport;

/// <summary>
/// The cause that ends an exchange competes with its first byte; one of them wins, and the error reports what happened.
/// </summary>
public sealed class RaceTests
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    [Flags]
    public enum Against
    {
        CallerOfAttempt = 1,
        CallerOfTransport = 2,
        SendTimeout = 4,
        EndOfAttempt = 8,
        All = 15,
    }

    [Theory]
    [InlineData(Against.CallerOfAttempt)]
    [InlineData(Against.CallerOfTransport)]
    [InlineData(Against.SendTimeout)]
    [InlineData(Against.EndOfAttempt)]
    [InlineData(Against.All)]
    public async Task Either_the_exchange_is_ended_or_the_request_arrives(Against against)
    {
        var time = new ManualTimeProvider();
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(
            server.Address,
            services => services.AddSingleton<TimeProvider>(time)
        );
        var arrived = 0;

        for (var i = 0; i < 100; i++)
        {
            using var source = new CancellationTokenSource();
            using var attempt = TransportFixture.Attempt();
            var sending = fixture.Transport.SendAsync(TransportFixture.Sale(attempt), source.Token);
            var isPrevented = false;
            var ending = Task.WhenAll(
                RunAsync(Against.CallerOfAttempt, () => isPrevented = attempt.TryCancel()),
                RunAsync(Against.CallerOfTransport, source.Cancel),
                RunAsync(Against.SendTimeout, () => time.Advance(SendTimeout)),
                RunAsync(Against.EndOfAttempt, attempt.Dispose)
            );

            var isSent = await IsSentAsync(sending);

            await ending;
            Assert.Equal(isSent, attempt.SendHasBegun);
            Assert.NotEqual(isSent, attempt.IsProvenUnsent);
            Assert.False(isSent && isPrevented);
            arrived += isSent ? 1 : 0;
        }

        Assert.Equal(arrived, server.Requests.Count);

        Task RunAsync(Against one, Action end) => against.HasFlag(one) ? Task.Run(end) : Task.CompletedTask;
    }

    private static async Task<bool> IsSentAsync(Task<TransportAnswer> sending)
    {
        try
        {
            var answer = await sending;
            Assert.NotEqual(TransportEvidence.InDoubt, answer.Evidence);
            return answer.Evidence == TransportEvidence.Answered;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

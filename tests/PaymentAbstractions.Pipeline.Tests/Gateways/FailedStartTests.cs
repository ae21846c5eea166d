using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class FailedStartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_that_fails_during_a_reload_throws_and_does_not_hang()
    {
        using var changes = new Changes();
        await using var payments = new TestPayments(configure: builder =>
            builder.Services.AddSingleton<IOptionsChangeTokenSource<ResilienceOptions>>(changes)
        );
        var reload = Task.CompletedTask;
        payments.Backend.OnCreate = _ =>
        {
            payments.Backend.OnCreate = null;
            reload = Task.Run(changes.Raise, Token);
            // The reload is in its callback now and waits for the start to end.
            changes.IsRaised.Task.Wait(Token);
            throw new NotSupportedException();
        };

        await Assert
            .ThrowsAsync<PaymentConfigurationException>(() => Task.Run(() => payments.Gateways, Token))
            .WaitAsync(TimeSpan.FromSeconds(30), Token);
        await reload.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    private sealed class Changes : IOptionsChangeTokenSource<ResilienceOptions>, IDisposable
    {
        private readonly CancellationTokenSource _source = new();

        public string Name => Options.DefaultName;

        public TaskCompletionSource IsRaised { get; } = new();

        public void Raise() => _source.Cancel();

        public IChangeToken GetChangeToken()
        {
            if (!_source.IsCancellationRequested)
            {
                return new CancellationChangeToken(_source.Token);
            }

            // A change is observed when the next token is requested.
            IsRaised.TrySetResult();
            return new CancellationChangeToken(CancellationToken.None);
        }

        public void Dispose() => _source.Dispose();
    }
}

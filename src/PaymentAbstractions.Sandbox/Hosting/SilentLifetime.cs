using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Sandbox;

/// <summary>Prevents the host from handling the process's signals, which belong to the program that embeds the sandbox.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

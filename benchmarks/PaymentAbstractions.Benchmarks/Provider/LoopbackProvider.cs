using System.Diagnostics;

namespace PaymentAbstractions.Benchmarks.Provider;

/// <summary>Starts this program again as the <see cref="LoopbackServer"/> and ends it with its own end.</summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    private readonly Process _process;

    private LoopbackProvider(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts the process and waits for its address.</summary>
    /// <returns>The running server.</returns>
    public static async Task<LoopbackProvider> StartAsync()
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(LoopbackProvider).Assembly.Location);
        }

        start.ArgumentList.Add("serve");
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        return new LoopbackProvider(
            process,
            new Uri(line ?? throw new InvalidOperationException("The server ended before it listened."))
        );
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

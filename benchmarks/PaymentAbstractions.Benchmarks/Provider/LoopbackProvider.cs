using System.Diagnostics;
using System.Globalization;
using PaymentAbstractions.Benchmarks.Sales;

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
    /// <param name="delay">How many milliseconds every payment takes.</param>
    /// <returns>The running server.</returns>
    public static async Task<LoopbackProvider> StartAsync(int delay = 0)
    {
        var process = OwnProcess.Start(LoopbackServer.Command, delay.ToString(CultureInfo.InvariantCulture));
        var line = await process.StandardOutput.ReadLineAsync();
        return new LoopbackProvider(
            process,
            new Uri(line ?? throw new InvalidOperationException("The server ended before it listened."))
        );
    }

    /// <summary>Asks what was received so far.</summary>
    /// <returns>The count.</returns>
    public async Task<Tally> CountAsync()
    {
        using var client = new HttpClient();
        return Tally.Parse(await client.GetStringAsync(new Uri(Address, LoopbackServer.TallyPath)));
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

using System.Diagnostics;

namespace Checkout.Watcher;

/// <summary>The shop as a process of its own, which is started again when it dies.</summary>
internal sealed class ShopProcess(
    IReadOnlyList<string> arguments,
    IReadOnlyDictionary<string, string?> environment,
    TimeProvider time
)
{
    private const int MaxQuickDeaths = 5;
    private static readonly TimeSpan QuickDeath = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MinWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(20);

    /// <summary>Keeps the shop running until it is asked to stop.</summary>
    /// <returns>The exit code of the watcher.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var quickDeaths = 0;
        while (true)
        {
            var started = time.GetTimestamp();
            using var process = Start();
            try
            {
                await process.WaitForExitAsync(stop);
            }
            catch (OperationCanceledException)
            {
                await StopAsync(process);
                return 0;
            }

            // The shop ends by itself with 0 only when it heard Ctrl+C first.
            if (stop.IsCancellationRequested || process.ExitCode == 0)
            {
                return 0;
            }

            quickDeaths = time.GetElapsedTime(started) < QuickDeath ? quickDeaths + 1 : 0;
            if (quickDeaths == MaxQuickDeaths)
            {
                await Console.Error.WriteLineAsync(
                    $"The shop died {MaxQuickDeaths} times within {QuickDeath.TotalSeconds} seconds of its start, the last time with exit code {process.ExitCode}. It is not started again; its messages are above."
                );
                return 1;
            }

            Console.WriteLine($"The shop died with exit code {process.ExitCode}. Starting it again ...");
            try
            {
                await Task.Delay(MinWait * Math.Pow(2, quickDeaths), time, stop);
            }
            catch (OperationCanceledException)
            {
                return 0;
            }
        }
    }

    private Process Start()
    {
        // The shop ends when its input does, so that it does not outlive a watcher that was killed.
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true };
        // Under the dotnet host this program is its first argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ShopProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The shop's process did not start.");
    }

    private async Task StopAsync(Process process)
    {
        process.StandardInput.Close();
        using var grace = new CancellationTokenSource(StopGrace, time);
        try
        {
            await process.WaitForExitAsync(grace.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
    }
}

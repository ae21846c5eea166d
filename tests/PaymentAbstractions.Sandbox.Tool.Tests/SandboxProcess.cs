using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Tool.Tests;

/// <summary>The built tool in a separate process.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    public static readonly string[] FreePorts =
    [
        "--rebilly-port",
        "0",
        "--virtual-terminal-port",
        "0",
        "--console-port",
        "0",
    ];

    private readonly Process _process;

    private SandboxProcess(Process process) => _process = process;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static SandboxProcess Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(SandboxTool).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new(Process.Start(start)!);
    }

    public Task<string?> ReadErrorLineAsync() => _process.StandardError.ReadLineAsync(Token).AsTask();

    public Task<string> ReadErrorsAsync() => _process.StandardError.ReadToEndAsync(Token);

    /// <summary>Reads the settings, which are printed while the tool keeps running.</summary>
    public async Task<string> ReadSettingsAsync()
    {
        var text = new StringBuilder();
        while (await _process.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            text.AppendLine(line);
            if (line == "}")
            {
                return text.ToString();
            }
        }

        throw new InvalidOperationException($"It ended: {await ReadErrorsAsync()}");
    }

    /// <summary>Reads the address of the console from the human-readable output.</summary>
    public async Task<Uri> ReadConsoleAddressAsync()
    {
        while (await ReadErrorLineAsync() is { } line)
        {
            if (line.StartsWith("Console ", StringComparison.Ordinal))
            {
                return new Uri(line["Console ".Length..].Trim());
            }
        }

        throw new InvalidOperationException("It ended.");
    }

    /// <summary>Stops the tool by a signal of the system or by the signal of Ctrl+C.</summary>
    public async Task<int> StopAsync(string signal)
    {
        // A shell makes its background jobs ignore Ctrl+C, and their child processes inherit this.
        var sent = signal == "INT" && await IgnoresInterruptsAsync() ? "TERM" : signal;
        using var kill = Process.Start("kill", [$"-{sent}", $"{_process.Id}"]);
        return await ExitAsync();
    }

    private static async Task<bool> IgnoresInterruptsAsync()
    {
        const string status = "/proc/self/status";
        const string ignored = "SigIgn:";
        return File.Exists(status)
            && (await File.ReadAllLinesAsync(status, Token)).FirstOrDefault(line =>
                line.StartsWith(ignored, StringComparison.Ordinal)
            )
                is { } line
            && (Convert.ToInt64(line[ignored.Length..].Trim(), 16) & 0b10) != 0;
    }

    public async Task<int> ExitAsync()
    {
        // A tool that does not end fails the test and does not block the run.
        await _process.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromSeconds(60), Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>Returns the settings of a gateway.</summary>
    public static JsonNode Gateway(string settings, string name) =>
        JsonNode.Parse(settings)!["Payments"]!["Gateways"]![name]!;
}

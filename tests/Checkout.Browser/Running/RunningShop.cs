using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Checkout.Browser.Running;

/// <summary>The sample as a user starts it: a watcher, which prints the addresses, and the shop's process below it.</summary>
public sealed class RunningShop : IAsyncDisposable
{
    private const string ShopLine = "The shop is open: ";
    private const string ConsoleLine = "The providers' ledger and requests: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly SemaphoreSlim _opened = new(0);
    private Uri? _address;
    private Uri? _console;

    private RunningShop(Process process) => _process = process;

    public Uri Address => _address!;

    public ProviderLedger Ledger { get; private set; } = null!;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static async Task<RunningShop> StartAsync(
        string data,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var program = typeof(RunningShop)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Shop")
            .Value!;
        var start = new ProcessStartInfo("dotnet", [program, "--port", "0", "--data", data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var shop = new RunningShop(new Process { StartInfo = start });
        try
        {
            shop.Start();
            await shop.OpenedAsync();
            shop.Ledger = new ProviderLedger(shop._console!);
            return shop;
        }
        catch
        {
            await shop.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the shop says once more that it is open.</summary>
    public async Task OpenedAsync()
    {
        if (!await _opened.WaitAsync(Patience, TestContext.Current.CancellationToken))
        {
            throw new TimeoutException($"The shop did not open. It printed: {Output}");
        }
    }

    /// <summary>Kills watcher and shop, as a power failure would.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _opened.Dispose();
        Ledger?.Dispose();
    }

    private void Start()
    {
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line.StartsWith(ConsoleLine, StringComparison.Ordinal))
        {
            _console = new Uri(line[ConsoleLine.Length..]);
        }
        else if (line.StartsWith(ShopLine, StringComparison.Ordinal))
        {
            _address = new Uri(line[ShopLine.Length..]);
            _opened.Release();
        }
    }
}

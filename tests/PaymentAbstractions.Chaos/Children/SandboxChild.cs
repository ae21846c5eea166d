using System.Globalization;
using System.Text.Json;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>The orchestrator's view of the emulated providers.</summary>
internal sealed class SandboxChild : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TaskCompletionSource<string[]> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ChildProcess _process;

    private SandboxChild(IEnumerable<(string, string)> arguments)
    {
        _process = ChildProcess.Start(
            "sandbox",
            arguments,
            text =>
            {
                if (text.Split(' ') is ["ready", var rebilly, var terminal])
                {
                    _ready.TrySetResult([rebilly, terminal]);
                }
            }
        );
    }

    public string Rebilly { get; private set; } = "";

    public string Terminal { get; private set; } = "";

    public static async Task<SandboxChild> StartAsync(
        ProfilePair profiles,
        int seed,
        double faults,
        int customers,
        int hooks
    )
    {
        var child = new SandboxChild([
            ("rebilly", profiles.Rebilly.Name),
            ("terminal", profiles.Terminal.Name),
            ("seed", seed.ToString(CultureInfo.InvariantCulture)),
            ("faults", faults.ToString(CultureInfo.InvariantCulture)),
            ("customers", customers.ToString(CultureInfo.InvariantCulture)),
            ("hooks", hooks.ToString(CultureInfo.InvariantCulture)),
        ]);
        try
        {
            var addresses = await child._ready.Task.WaitAsync(Limit);
            (child.Rebilly, child.Terminal) = (addresses[0], addresses[1]);
            return child;
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    public Task AdvanceAsync(TimeSpan by) =>
        SendAsync($"advance {by.TotalSeconds.ToString(CultureInfo.InvariantCulture)}");

    public Task StartFaultsAsync() => SendAsync("faults on");

    public async Task StopFaultsAsync()
    {
        await SendAsync("faults off");
        await SendAsync("idle");
        await SendAsync("delivered");
    }

    /// <summary>Resolves unknown outcomes of time-outs, and makes the pending decisions of customers and banks.</summary>
    public async Task ResolveAsync(IReadOnlyList<string> waiting)
    {
        await SendAsync("resolve");
        if (waiting.Count > 0)
        {
            await SendAsync($"decide {string.Join(' ', waiting)}");
        }
    }

    public Task SettleAsync() => SendAsync("settle");

    public async Task<int> CountFaultsAsync() =>
        (await SendAsync("hits")).Sum(line => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));

    /// <returns>The number of webhooks for each status that they were answered with.</returns>
    public async Task<IReadOnlyDictionary<string, int>> CountWebhooksAsync()
    {
        await SendAsync("delivered");
        return (await SendAsync("webhooks"))
            .Select(line => line.Split(' '))
            .ToDictionary(
                words => words[0],
                words => int.Parse(words[1], CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );
    }

    public async Task<IReadOnlyList<SandboxMovement>> ReadLedgerAsync()
    {
        await SendAsync("idle");
        return [.. (await SendAsync("ledger")).Select(line => JsonSerializer.Deserialize<SandboxMovement>(line)!)];
    }

    /// <returns>The set-ups, which the ledger does not contain.</returns>
    public Task<IReadOnlyList<SetupRecord>> ReadSetupsAsync() => SetupList.ReadAsync(Rebilly);

    /// <returns>The number of unreversed charges of each order, as the sandboxes count them.</returns>
    public async Task<IReadOnlyDictionary<string, int>> CountChargesAsync(int orders) =>
        (await SendAsync($"counts {orders}"))
            .Select(line => line.Split(' '))
            .ToDictionary(
                words => words[0],
                words => int.Parse(words[1], CultureInfo.InvariantCulture),
                StringComparer.Ordinal
            );

    public void Dispose() => _process.Dispose();

    private Task<IReadOnlyList<string>> SendAsync(string command) => _process.SendAsync(command, Limit);
}

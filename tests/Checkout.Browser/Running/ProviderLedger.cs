using System.Net.Http.Json;

namespace Checkout.Browser.Running;

/// <summary>The console of the emulated providers. What it shows is true whatever the shop believes.</summary>
public sealed class ProviderLedger(Uri console) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = console };

    /// <summary>The address of the console's page.</summary>
    public Uri Page => console;

    /// <summary>What moved or reserved money of an order, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> OfAsync(string order)
    {
        IReadOnlyList<LedgerEntry> all = [.. (await AllAsync()).Reverse()];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        // Oldest first, so that what was done to a capture is found, too.
        foreach (var entry in all)
        {
            if (
                entry.Description?.Contains(order, StringComparison.Ordinal) == true
                || (entry.Parent is { } parent && ids.Contains(parent))
            )
            {
                ids.Add(entry.Id);
            }
        }

        return [.. all.Where(entry => ids.Contains(entry.Id))];
    }

    public async Task<IReadOnlyList<LedgerEntry>> AllAsync() =>
        await _http.GetFromJsonAsync<List<LedgerEntry>>("api/ledger", TestContext.Current.CancellationToken) ?? [];

    /// <summary>Asserts what moved money of an order, by its kinds, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> ExpectAsync(string order, params string[] types)
    {
        var entries = await OfAsync(order);
        Assert.Equal(types, entries.Select(entry => entry.Type));
        return entries;
    }

    public void Dispose() => _http.Dispose();
}

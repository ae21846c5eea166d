using Checkout.Payments;

namespace Checkout.Demonstration;

/// <summary>
/// Reads from the console of the emulated providers what really happened, and injects faults. No real provider has such a console.
/// </summary>
public sealed class ProviderConsole(HttpClient http)
{
    /// <summary>What the providers' own ledger has; <see langword="null"/> when the console does not answer.</summary>
    public async Task<IReadOnlyList<LedgerEntry>?> GetLedgerAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await http.GetFromJsonAsync<List<LedgerEntry>>("api/ledger", cancellationToken);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or TaskCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            return null;
        }
    }

    /// <summary>What the ledger has of one order, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerEntry>?> GetLedgerAsync(Order order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await GetLedgerAsync(cancellationToken) is not { } ledger)
        {
            return null;
        }

        var ids = order
            .Steps.Select(step => step.Result?.Transaction?.TransactionId)
            .Append(order.Transaction?.TransactionId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        // The order's number is in the description; what was done to its transactions names them.
        ids.UnionWith(ledger.Where(Mentions).Select(entry => entry.Id));
        return
        [
            .. ledger
                .Where(entry => ids.Contains(entry.Id) || (entry.Parent is { } parent && ids.Contains(parent)))
                .Reverse(),
        ];

        bool Mentions(LedgerEntry entry) => entry.Description?.Contains(order.Number, StringComparison.Ordinal) == true;
    }

    /// <summary>Lets something go wrong with the next request that moves money.</summary>
    /// <param name="provider">The provider, as the console names it.</param>
    /// <param name="fault">The fault, as the console names it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task AddFaultAsync(string provider, string fault, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            "api/faults",
            new
            {
                provider,
                fault,
                count = 1,
            },
            cancellationToken
        );
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Drops the pending faults.</summary>
    public async Task DropFaultsAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.DeleteAsync(new Uri("api/faults", UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}

using System.Collections.Concurrent;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// What this process knows of authorizations that a sale would capture. One for all gateways and configurations, because they
/// may share an account.
/// </summary>
/// <remarks>Thread-safe. An authorization in doubt counts as open.</remarks>
internal sealed class OpenAuthorizations
{
    private readonly ConcurrentDictionary<(AccountFingerprint Account, string WireKey), Entry> _entries = new();

    /// <summary>Notes an authorization before it is sent.</summary>
    /// <returns>Whether none is known under this key; the one that is known stays as it is.</returns>
    public bool Opening(RebillyAccount account, string wireKey, string customerId, Money amount, string? instrumentId)
    {
        var now = account.Time.GetUtcNow();
        foreach (var (key, old) in _entries)
        {
            if (old.Until <= now)
            {
                _entries.TryRemove(key, out _);
            }
        }

        var entry = new Entry(
            customerId,
            amount.Currency,
            instrumentId,
            TransactionId: null,
            Instants.After(now, RebillyAccount.AuthorizationLife)
        );
        return _entries.TryAdd((account.Fingerprint, wireKey), entry);
    }

    /// <summary>The authorization is there; its instrument is known now.</summary>
    public void Opened(RebillyAccount account, string wireKey, string transactionId, string? instrumentId)
    {
        var key = (account.Fingerprint, wireKey);
        if (_entries.TryGetValue(key, out var entry))
        {
            _entries[key] = entry with
            {
                TransactionId = transactionId,
                InstrumentId = instrumentId ?? entry.InstrumentId,
            };
        }
    }

    /// <summary>There is no such authorization: declined, refused or not sent.</summary>
    public void NotOpened(RebillyAccount account, string wireKey) =>
        _entries.TryRemove((account.Fingerprint, wireKey), out _);

    /// <summary>The authorization was captured or voided.</summary>
    public void Closed(RebillyAccount account, string transactionId)
    {
        foreach (var (key, entry) in _entries)
        {
            if (key.Account == account.Fingerprint && entry.TransactionId == transactionId)
            {
                _entries.TryRemove(key, out _);
            }
        }
    }

    /// <summary>Whether a sale could capture an authorization instead of charging. An instrument that is not known matches any.</summary>
    public bool MayCapture(RebillyAccount account, string customerId, Currency currency, string? instrumentId)
    {
        var now = account.Time.GetUtcNow();
        foreach (var (key, entry) in _entries)
        {
            if (
                entry.Until > now
                && key.Account == account.Fingerprint
                && entry.CustomerId == customerId
                && entry.Currency == currency
                && (entry.InstrumentId is null || instrumentId is null || entry.InstrumentId == instrumentId)
            )
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Entry(
        string CustomerId,
        Currency Currency,
        string? InstrumentId,
        string? TransactionId,
        DateTimeOffset Until
    );
}

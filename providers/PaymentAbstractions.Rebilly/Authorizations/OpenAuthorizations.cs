using System.Collections.Concurrent;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// What this process knows of authorizations that a sale would capture. One for all gateways and configurations, because they
/// may share an account.
/// </summary>
/// <remarks>Thread-safe. An authorization in doubt counts as open.</remarks>
internal sealed class OpenAuthorizations
{
    private readonly ConcurrentDictionary<string, Entry> _byWireKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _capturesInDoubt = new(StringComparer.Ordinal);

    /// <summary>Lets one capture at a time work on one customer.</summary>
    public KeyedLock Captures { get; } = new();

    /// <summary>Lets one void or refund at a time work on one transaction.</summary>
    public KeyedLock Reversals { get; } = new();

    /// <summary>Notes an authorization before it is sent.</summary>
    public void Opening(RebillyAccount account, string wireKey, string customerId, Money amount, string? instrumentId)
    {
        var now = account.Time.GetUtcNow();
        foreach (var (key, entry) in _byWireKey)
        {
            if (entry.Until <= now)
            {
                _byWireKey.TryRemove(key, out _);
            }
        }

        _byWireKey[wireKey] = new Entry(
            account.Fingerprint,
            customerId,
            amount.Currency,
            instrumentId,
            TransactionId: null,
            now + RebillyAccount.AuthorizationLife
        );
    }

    /// <summary>The authorization is there; its instrument is known now.</summary>
    public void Opened(string wireKey, string transactionId, string? instrumentId)
    {
        if (_byWireKey.TryGetValue(wireKey, out var entry))
        {
            _byWireKey[wireKey] = entry with
            {
                TransactionId = transactionId,
                InstrumentId = instrumentId ?? entry.InstrumentId,
            };
        }
    }

    /// <summary>There is no such authorization: declined, refused or not sent.</summary>
    public void NotOpened(string wireKey) => _byWireKey.TryRemove(wireKey, out _);

    /// <summary>The authorization was captured or voided.</summary>
    public void Closed(RebillyAccount account, string transactionId)
    {
        foreach (var (key, entry) in _byWireKey)
        {
            if (entry.Account == account.Fingerprint && entry.TransactionId == transactionId)
            {
                _byWireKey.TryRemove(key, out _);
            }
        }
    }

    /// <summary>Notes that a capture was sent and its outcome is not known.</summary>
    public void CaptureIsInDoubt(RebillyAccount account, string transactionId, string wireKey) =>
        _capturesInDoubt[$"{account.Fingerprint}:{transactionId}"] = wireKey;

    /// <summary>The requestId of the capture that is in doubt, if there is one.</summary>
    public string? CaptureInDoubt(RebillyAccount account, string transactionId) =>
        _capturesInDoubt.GetValueOrDefault($"{account.Fingerprint}:{transactionId}");

    /// <summary>Whether a sale could capture an authorization instead of charging. An instrument that is not known matches any.</summary>
    public bool MayCapture(RebillyAccount account, string customerId, Currency currency, string? instrumentId)
    {
        var now = account.Time.GetUtcNow();
        foreach (var entry in _byWireKey.Values)
        {
            if (
                entry.Until > now
                && entry.Account == account.Fingerprint
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
        AccountFingerprint Account,
        string CustomerId,
        Currency Currency,
        string? InstrumentId,
        string? TransactionId,
        DateTimeOffset Until
    );
}

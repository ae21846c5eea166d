namespace PaymentAbstractions.Rebilly;

/// <summary>
/// What this process knows of authorizations that a sale would capture. One for all gateways and configurations, because they
/// may share an account.
/// </summary>
/// <remarks>Thread-safe. An authorization in doubt counts as open. Lapsed ones are dropped about once an hour.</remarks>
internal sealed class OpenAuthorizations
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(AccountFingerprint, string WireKey), Entry> _byWireKey = [];
    private readonly Dictionary<(AccountFingerprint, string TransactionId), Entry> _byTransaction = [];
    private readonly Dictionary<(AccountFingerprint, string CustomerId), List<Entry>> _byCustomer = [];
    private DateTimeOffset _sweepAt = DateTimeOffset.MinValue;

    /// <summary>Notes an authorization before it is sent.</summary>
    /// <returns>Whether none is known under this key; the one that is known stays as it is.</returns>
    public bool Opening(RebillyAccount account, string wireKey, string customerId, Money amount, string? instrumentId)
    {
        var now = account.Time.GetUtcNow();
        lock (_gate)
        {
            Sweep(now);
            var entry = new Entry(account.Fingerprint, wireKey, customerId, amount.Currency)
            {
                InstrumentId = instrumentId,
                Until = Instants.After(now, RebillyAccount.AuthorizationLife),
            };
            if (!_byWireKey.TryAdd((account.Fingerprint, wireKey), entry))
            {
                return false;
            }

            var customer = (account.Fingerprint, customerId);
            if (!_byCustomer.TryGetValue(customer, out var entries))
            {
                _byCustomer.Add(customer, entries = []);
            }

            entries.Add(entry);
            return true;
        }
    }

    /// <summary>The authorization is there; its instrument is known now.</summary>
    public void Opened(RebillyAccount account, string wireKey, string transactionId, string? instrumentId)
    {
        lock (_gate)
        {
            if (_byWireKey.TryGetValue((account.Fingerprint, wireKey), out var entry))
            {
                entry.TransactionId = transactionId;
                entry.InstrumentId = instrumentId ?? entry.InstrumentId;
                _byTransaction[(account.Fingerprint, transactionId)] = entry;
            }
        }
    }

    /// <summary>There is no such authorization: declined, refused or not sent.</summary>
    public void NotOpened(RebillyAccount account, string wireKey)
    {
        lock (_gate)
        {
            Remove(_byWireKey.GetValueOrDefault((account.Fingerprint, wireKey)));
        }
    }

    /// <summary>The authorization was captured or voided.</summary>
    public void Closed(RebillyAccount account, string transactionId)
    {
        lock (_gate)
        {
            Remove(_byTransaction.GetValueOrDefault((account.Fingerprint, transactionId)));
        }
    }

    /// <summary>The authorizations that a sale could capture instead of charging. An instrument that is not known matches any.</summary>
    /// <returns>The id of each; <see langword="null"/> for one that is under way or in doubt.</returns>
    public IReadOnlyList<string?> Matching(
        RebillyAccount account,
        string customerId,
        Currency currency,
        string? instrumentId
    )
    {
        var now = account.Time.GetUtcNow();
        lock (_gate)
        {
            return _byCustomer.TryGetValue((account.Fingerprint, customerId), out var entries)
                ?
                [
                    .. entries
                        .Where(entry =>
                            entry.Until > now
                            && entry.Currency == currency
                            && (
                                entry.InstrumentId is null || instrumentId is null || entry.InstrumentId == instrumentId
                            )
                        )
                        .Select(entry => entry.TransactionId),
                ]
                : [];
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now < _sweepAt)
        {
            return;
        }

        _sweepAt = Instants.After(now, SweepEvery);
        foreach (var entry in _byWireKey.Values.Where(entry => entry.Until <= now).ToList())
        {
            Remove(entry);
        }
    }

    private void Remove(Entry? entry)
    {
        if (entry is null || !_byWireKey.Remove((entry.Account, entry.WireKey)))
        {
            return;
        }

        if (entry.TransactionId is { } id)
        {
            _byTransaction.Remove((entry.Account, id));
        }

        var customer = (entry.Account, entry.CustomerId);
        var entries = _byCustomer[customer];
        entries.Remove(entry);
        if (entries.Count == 0)
        {
            _byCustomer.Remove(customer);
        }
    }

    private sealed class Entry(AccountFingerprint account, string wireKey, string customerId, Currency currency)
    {
        public AccountFingerprint Account { get; } = account;

        public string WireKey { get; } = wireKey;

        public string CustomerId { get; } = customerId;

        public Currency Currency { get; } = currency;

        public required DateTimeOffset Until { get; init; }

        public string? InstrumentId { get; set; }

        public string? TransactionId { get; set; }
    }
}

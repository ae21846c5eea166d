using System.Data.Common;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>The rows that a transaction has read, by the names under which they were read, with the decisions since then.</summary>
internal sealed class PostgreSqlEntries
{
    // After every ticket number of the database, which assigns the real numbers when the tickets are written.
    private const long FirstOfOurs = long.MaxValue / 2;

    private readonly Dictionary<JournalKey, (string[] Names, Func<JournalEntry> Entry)> _all = [];
    private readonly Dictionary<string, HashSet<JournalKey>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<JournalTicket>> _tickets = new(StringComparer.Ordinal);
    private long _lastTicket = FirstOfOurs;

    /// <summary>Adds a row. A row that cannot be decoded fails only the calls that read it.</summary>
    public void Add(DbDataReader reader, SqlRow row, Func<SqlRow, JournalEntry> decode)
    {
        var key = KeyOf(reader);
        if (!_all.ContainsKey(key))
        {
            JournalEntry? decoded = null;
            Add(key, NamesOf(reader), () => decoded ??= decode(row));
        }
    }

    public void Add(string guard, JournalTicket ticket)
    {
        var tickets = _tickets.GetValueOrDefault(guard) ?? (_tickets[guard] = []);
        tickets.Add(ticket);
    }

    public void Put(JournalEntry entry)
    {
        foreach (var name in NamesOf(entry.Key))
        {
            _byName[name].Remove(entry.Key);
        }

        Add(entry.Key, [.. SqlConcerns.Of(entry)], () => entry);
    }

    /// <summary>Moves an entry in the queues for its guards, as the statements that are sent later will.</summary>
    public void Change(JournalEntry entry, GuardChange change)
    {
        if (change == GuardChange.Keep)
        {
            return;
        }

        foreach (var guard in entry.Intent.Guards)
        {
            var tickets = Tickets(guard.Name).ToList();
            if (change == GuardChange.Hold)
            {
                tickets = tickets.ConvertAll(ticket =>
                    ticket.Key == entry.Key ? ticket with { Until = entry.GuardedUntil } : ticket
                );
            }
            else if (change != GuardChange.FreeExclusive || !guard.IsShared)
            {
                tickets.RemoveAll(ticket => ticket.Key == entry.Key);
            }

            if (change == GuardChange.Take)
            {
                tickets.Add(new JournalTicket(++_lastTicket, entry.Key, guard.IsShared, entry.GuardedUntil));
            }

            _tickets[guard.Name] = tickets;
        }
    }

    public IEnumerable<JournalTicket> Tickets(string guard) => _tickets.GetValueOrDefault(guard) ?? [];

    public IReadOnlyList<string> NamesOf(JournalKey key) => _all.TryGetValue(key, out var known) ? known.Names : [];

    public IEnumerable<JournalEntry> Under(string name) =>
        (_byName.GetValueOrDefault(name) ?? []).Select(key => _all[key].Entry()).ToList();

    public static JournalKey KeyOf(DbDataReader reader) =>
        new(Enum.Parse<GatewayEnvironment>(reader.GetString(4)), new IdempotencyKey(reader.GetString(5)));

    /// <summary>The names of a row except those of its guards.</summary>
    public static string[] NamesOf(DbDataReader reader)
    {
        string?[] names =
        [
            SqlConcerns.Of(KeyOf(reader).Key),
            Name(6, "order "),
            Name(7, "customer "),
            Name(8, "transaction "),
            Name(9, "transaction "),
            Name(10, "transaction "),
        ];
        return [.. names.OfType<string>().Distinct(StringComparer.Ordinal)];

        string? Name(int column, string prefix) => reader.IsDBNull(column) ? null : prefix + reader.GetString(column);
    }

    private void Add(JournalKey key, string[] names, Func<JournalEntry> entry)
    {
        _all[key] = (names, entry);
        foreach (var name in names)
        {
            var keys = _byName.GetValueOrDefault(name) ?? (_byName[name] = []);
            keys.Add(key);
        }
    }
}

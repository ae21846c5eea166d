using System.Data.Common;

namespace PaymentAbstractions.Journal.PostgreSql;

// The first round trip locks everything and then reads it; calls are answered from what was read.
internal sealed partial class PostgreSqlStore
{
    private const string Status =
        "SELECT clock_timestamp(), (SELECT max(version) FROM schema_versions), current_setting('transaction_read_only') = 'on', "
        + PostgreSqlDialect.Early;

    private const string Columns =
        "id, started_at, entry_version, entry, environment, key, order_reference, customer, transaction_reference, original, original_root";

    private static readonly (string Name, string[] Columns)[] Searches =
    [
        ("key", ["key"]),
        ("order", ["order_reference"]),
        ("customer", ["customer"]),
        ("transaction", ["transaction_reference", "original", "original_root"]),
    ];

    public override JournalEntry? Find(JournalKey key) =>
        Under(SqlConcerns.Of(key.Key), entry => entry.Key == key).FirstOrDefault();

    public override IEnumerable<JournalEntry> FindByKey(JournalKey key) =>
        Under(SqlConcerns.Of(key.Key), entry => entry.Intent.IdempotencyKey == key.Key)
            .OrderBy(entry => entry.Key != key);

    public override IEnumerable<JournalEntry> FindByOrder(
        OrderReference order,
        GatewayEnvironment? environment = null
    ) =>
        Under(
            SqlConcerns.Of(order),
            entry =>
                entry.Intent.OrderReference == order && (environment is null || entry.Intent.Environment == environment)
        );

    public override IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction) =>
        Under(SqlConcerns.Of(transaction), entry => transaction.IsSameTransaction(entry.Outcome?.Transaction));

    public override IEnumerable<JournalEntry> FindByOriginal(TransactionReference original) =>
        Under(
            SqlConcerns.Of(original),
            entry => original.IsSameTransaction(entry.Intent.Original) || original.IsSameTransaction(entry.OriginalRoot)
        );

    public override IEnumerable<JournalEntry> FindOpenAuthorizations(
        AccountFingerprint account,
        string customerId,
        DateTimeOffset since
    )
    {
        var customer = JournalEntry.CustomerAt(account, customerId);
        return Under(
            SqlConcerns.OfCustomer(customer),
            entry => entry.OpenAuthorizationOf == customer && entry.Intent.StartedAt >= since
        );
    }

    public override IEnumerable<JournalTicket> FindTickets(string guard)
    {
        Require([SqlConcerns.OfGuard(guard)]);
        return _entries.Tickets(guard);
    }

    private void Start(IReadOnlyList<SqlCall> calls, bool isPatient)
    {
        _mayWrite = false;
        _queue.Clear();
        _written.Clear();
        _entries = new PostgreSqlEntries();
        _known.Clear();
        _locked.Clear();
        var isWrite = false;
        foreach (var call in calls)
        {
            isWrite |= call.IsWrite;
            _known.UnionWith(call.Concerns);
            _locked.UnionWith(call.IsWrite ? call.Concerns : []);
        }

        AddWhatEntriesConcern();
        var wait = (long)dialect.Options.LockTimeout.TotalMilliseconds;
        using var batch = NewBatch();
        // Regardless of the default, the reads must see the state after everything is locked.
        Add(batch, "BEGIN ISOLATION LEVEL " + (isWrite ? "READ COMMITTED" : "REPEATABLE READ READ ONLY"));
        Add(batch, $"SET LOCAL search_path TO {PostgreSqlSchema.Quoted(dialect.Options.Schema)}");
        Add(batch, $"SET LOCAL lock_timeout TO {(isPatient ? wait : BriefWait)}");
        // A connection that was lost without notice must not hold its locks longer than the next connection waits for them.
        Add(batch, $"SET LOCAL idle_in_transaction_session_timeout TO {wait / 2}");
        // Sorted, so that two hosts never wait for each other. Nothing is locked after this.
        var locks = _locked.Select(name => SqlLock.Of(dialect.Options.Schema, name)).Distinct().Order().ToArray();
        Add(batch, "SELECT count(pg_advisory_xact_lock(number)) FROM unnest(@locks) AS number", ("@locks", locks));
        Add(batch, Status);
        // Only the required searches, because a search without names would be planned as well.
        var searches = Searches.Where(search => Named(search.Name).Length > 0).ToList();
        if (searches.Count > 0)
        {
            var selects = searches.SelectMany(search =>
                search.Columns.Select(column => $"SELECT {Columns} FROM payments WHERE {column} = ANY(@{search.Name})")
            );
            Add(
                batch,
                string.Join(" UNION ALL ", selects),
                [.. searches.Select(search => (search.Name, (object?)Named(search.Name)))]
            );
        }

        if (Named("guard") is { Length: > 0 } guards)
        {
            Add(batch, SelectTickets + " WHERE guards.name = ANY(@guards) ORDER BY guards.id", ("@guards", guards));
        }

        using var reader = batch.ExecuteReader();
        Read(reader, isWrite);
    }

    // A call that has only a key also depends on the data of its entry. The entry is read without a lock; if it has changed by the time it
    // is locked, that is detected then.
    private void AddWhatEntriesConcern()
    {
        if (Named("entry") is not { Length: > 0 } keys)
        {
            return;
        }

        using var batch = NewBatch();
        var table = $"{PostgreSqlSchema.Quoted(dialect.Options.Schema)}.payments";
        Add(batch, $"SELECT {Columns} FROM {table} WHERE key = ANY(@keys)", ("@keys", keys));
        using var reader = batch.ExecuteReader();
        while (reader.Read())
        {
            var names = PostgreSqlEntries.NamesOf(reader);
            _known.UnionWith(names);
            _locked.UnionWith(_locked.Contains(SqlConcerns.Of(PostgreSqlEntries.KeyOf(reader).Key)) ? names : []);
        }
    }

    private void Read(DbDataReader reader, bool isWrite)
    {
        reader.NextResult();
        reader.Read();
        _now = dialect.ReadTime(reader.GetValue(0));
        clock.Set(_now);
        RefuseLater(reader.GetInt32(1));
        if (isWrite)
        {
            dialect.RefuseUnlessWritable(reader.GetBoolean(2), reader.GetString(3));
        }

        while (reader.NextResult())
        {
            // Payments have search columns that tickets do not have.
            Action add =
                reader.FieldCount > 6
                    ? () => _entries.Add(reader, RowOf(reader), Decoded)
                    : () => _entries.Add(reader.GetString(5), TicketOf(reader));
            while (reader.Read())
            {
                add();
            }
        }
    }

    private IEnumerable<JournalEntry> Under(string name, Func<JournalEntry, bool> isWanted)
    {
        Require([name]);
        return _entries.Under(name).Where(isWanted);
    }

    private string[] Named(string kind) =>
        [
            .. _known
                .Where(name => name.StartsWith(kind + " ", StringComparison.Ordinal))
                .Select(name => name[(kind.Length + 1)..]),
        ];
}

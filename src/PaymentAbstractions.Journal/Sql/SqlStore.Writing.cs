namespace PaymentAbstractions.Journal;

// The decisions of the rules are written in the same transaction.
internal partial class SqlStore
{
    private static readonly string Upsert = SqlColumn.Upsert(
        $"VALUES ({string.Join(", ", SqlColumn.All.Select(column => column.Parameter))})"
    );

    private const string InsertResolution = """
        INSERT INTO resolutions (environment, key, number, at, source, from_outcome, to_outcome, who, why)
        VALUES (@environment, @key, @number, @at, @source, @from, @to, @who, @why)
        """;

    private const string OfPayment =
        "payment_id = (SELECT id FROM payments WHERE environment = @environment AND key = @key)";

    private const string InsertGuard = """
        INSERT INTO guards (name, payment_id, is_shared, until)
        SELECT @name, id, @shared, @until FROM payments WHERE environment = @environment AND key = @key
        """;

    private const string SelectDueChecks = """
        SELECT id, next_check_at, entry_version, entry FROM payments
        WHERE gateway = @gateway AND next_check_at <= @now AND entry_version <= @version ORDER BY next_check_at, id LIMIT @most
        """;

    private const string SelectDue = """
        SELECT id, changed_at, entry_version, entry FROM payments
        WHERE is_reduced = 0 AND state = 'Closed' AND is_unpublished = 0 AND is_duplicate = 0 AND changed_at < @before
            AND NOT EXISTS (
                SELECT 1 FROM payments AS child
                WHERE (child.original = payments.transaction_reference OR child.original_root = payments.transaction_reference)
                    AND (child.changed_at >= @before OR child.state <> 'Closed'))
            AND (changed_at, id) > (@changed, @id)
        ORDER BY changed_at, id LIMIT @most
        """;

    public JournalDecision Begin(JournalIntent intent, string nonce)
    {
        var decided = JournalRules.Begin(this, intent);
        if (
            decided is { Kind: JournalDecisionKind.InProgress, Entry: { } begun }
            && begun.Nonce == nonce
            && JournalRules.Unsend(this, intent.JournalKey, nonce, Now)
                is { Status: JournalWriteStatus.Recorded } unsent
        )
        {
            Write(unsent, GuardChange.Free);
            return JournalDecision.NotRecorded(
                new JournalFailure
                {
                    Kind = JournalFailureKind.ConnectionLost,
                    Message =
                        "The commit of the intent was not confirmed in time. The intent was closed as not sent; repeat the call.",
                }
            );
        }

        if (decided.IsStarted)
        {
            decided = decided with { Entry = decided.Entry! with { Nonce = nonce } };
            Require([decided.Entry]);
            Write(decided.Entry, revisionBefore: long.MaxValue);
            Change(decided.Entry, GuardChange.Take);
        }

        return decided.WithTurn(this);
    }

    public IReadOnlyList<JournalEntry> TakeDueChecks(string gateway, int limit)
    {
        var due = new List<JournalEntry>();
        var rows = Read(
            Command(
                SelectDueChecks,
                ("@gateway", gateway),
                ("@now", dialect.Time(Now)),
                ("@version", EntryCodec.Version),
                ("@most", limit)
            )
        );
        foreach (var row in rows)
        {
            if (TryDecode(row) is { } entry)
            {
                // The database may store a time with less precision than the entry.
                due.AddRange(entry.NextCheckAt <= Now ? [entry] : []);
                continue;
            }

            // An entry that cannot be read must not block the others permanently.
            Execute("UPDATE payments SET next_check_at = NULL WHERE id = @id", ("@id", row.Place.Id));
        }

        Require(due);
        return due;
    }

    /// <summary>Deletes the details of the next entries that have been closed for a long time.</summary>
    /// <returns>The number of entries, and the position to continue from; <see langword="null"/> when there are no more.</returns>
    public (int Reduced, SqlPlace? Next) Reduce(DateTimeOffset before, SqlPlace? after, int most)
    {
        var rows = Read(
            Command(
                SelectDue,
                ("@before", dialect.Time(before)),
                ("@changed", after?.Time ?? dialect.Time(DateTimeOffset.UnixEpoch)),
                ("@id", after?.Id ?? 0),
                ("@most", most)
            )
        );
        var due = rows.Select(TryDecode).OfType<JournalEntry>().ToList();
        Require(due);
        foreach (var entry in due)
        {
            Write(Tombstone.Of(entry), revisionBefore: long.MaxValue);
        }

        // What was deleted must not stay in memory.
        _decoded.Clear();
        return (due.Count, rows.Count < most ? null : rows[^1].Place);
    }

    public JournalWrite Write(JournalWrite write, GuardChange guards)
    {
        if (write.Status == JournalWriteStatus.Recorded)
        {
            List<JournalEntry> entries = [.. write.Others, write.Entry!];
            Require(entries);
            foreach (var entry in entries)
            {
                Write(entry, entry.Revisions.Count == 0 ? long.MaxValue : Find(entry.Key)?.Revision ?? 0);
            }
        }

        if (write.IsRecorded)
        {
            Change(write.Entry!, guards);
        }

        return write;
    }

    private void Write(JournalEntry entry, long revisionBefore)
    {
        Put(entry);
        foreach (var revision in entry.Revisions.Where(revision => revision.Number > revisionBefore))
        {
            Audit(entry.Key, revision);
        }
    }

    /// <summary>Verifies that the pending writes are allowed.</summary>
    /// <exception cref="SqlUnlockedException">More names must be locked first.</exception>
    protected virtual void Require(IReadOnlyList<JournalEntry> entries) { }

    /// <summary>Writes an entry, and replaces the existing entry of its key.</summary>
    protected virtual void Put(JournalEntry entry) =>
        Execute(Upsert, [.. SqlColumn.All.Select(column => (column.Parameter, InDatabase(column.ValueOf(entry))))]);

    /// <summary>Converts a value to the format of the database.</summary>
    protected object? InDatabase(object? value) => value is DateTimeOffset time ? dialect.Time(time) : value;

    /// <summary>Runs a statement that writes, at the latest with the commit.</summary>
    protected virtual void Execute(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        HasWritten = true;
        Command(text, parameters).ExecuteNonQuery();
    }

    /// <summary>Moves an entry in the queues for its guards.</summary>
    protected virtual void Change(JournalEntry entry, GuardChange change)
    {
        var guards = entry.Intent.Guards;
        if (change == GuardChange.Keep || guards.Count == 0)
        {
            return;
        }

        var environment = ("@environment", (object?)NameOf(entry.Key.Environment));
        var key = ("@key", (object?)entry.Key.Key.Value);
        var until = ("@until", (object?)dialect.Time(entry.GuardedUntil));
        if (change == GuardChange.Hold)
        {
            Execute("UPDATE guards SET until = @until WHERE " + OfPayment, until, environment, key);
            return;
        }

        // The row of a first attempt is new, and has no guards yet.
        if (change != GuardChange.Take || entry is not { Attempt: 1, Resends: 0 })
        {
            var which = change == GuardChange.FreeExclusive ? " AND is_shared = 0" : "";
            Execute("DELETE FROM guards WHERE " + OfPayment + which, environment, key);
        }

        foreach (var guard in change == GuardChange.Take ? guards : [])
        {
            Execute(InsertGuard, ("@name", guard.Name), ("@shared", guard.IsShared ? 1 : 0), until, environment, key);
        }
    }

    private void Audit(JournalKey key, JournalRevision revision) =>
        Execute(
            InsertResolution,
            ("@environment", NameOf(key.Environment)),
            ("@key", key.Key.Value),
            ("@number", revision.Number),
            ("@at", dialect.Time(revision.At)),
            ("@source", revision.Source.ToString()),
            ("@from", revision.From?.ToString()),
            ("@to", revision.To.ToString()),
            ("@who", revision.Who),
            ("@why", revision.Why)
        );
}

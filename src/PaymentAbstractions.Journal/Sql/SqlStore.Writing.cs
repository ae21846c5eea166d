namespace PaymentAbstractions.Journal;

// The rules decide; what they decide is written in the same transaction.
internal partial class SqlStore
{
    private static readonly string Upsert = SqlColumn.Upsert(
        $"VALUES ({string.Join(", ", SqlColumn.All.Select(column => "@" + column.Name))})"
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
        if (JournalRules.Unsend(this, intent.JournalKey, nonce, Now) is { Status: JournalWriteStatus.Recorded } unsent)
        {
            Write(unsent, GuardChange.Free);
            return JournalDecision.NotRecorded(
                new JournalFailure
                {
                    Kind = JournalFailureKind.ConnectionLost,
                    Message =
                        "The commit of the intent was not answered in time. It was closed unsent; repeat the call.",
                }
            );
        }

        var decided = JournalRules.Begin(this, intent);
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
                // The database may know a time less exactly than the entry.
                due.AddRange(entry.NextCheckAt <= Now ? [entry] : []);
                continue;
            }

            // One that cannot be read must not stand before the others for ever.
            Execute("UPDATE payments SET next_check_at = NULL WHERE id = @id", ("@id", row.Place.Id));
        }

        Require(due);
        return due;
    }

    /// <summary>Takes the details out of the next entries that are closed for long.</summary>
    /// <returns>Of how many, and where to go on; none when there are no more.</returns>
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

    /// <summary>Makes sure that what is about to be written may be.</summary>
    /// <exception cref="SqlUnlockedException">Something is to be locked first.</exception>
    protected virtual void Require(IReadOnlyList<JournalEntry> entries) { }

    /// <summary>Writes an entry in place of what its key has.</summary>
    protected virtual void Put(JournalEntry entry) =>
        Execute(Upsert, [.. SqlColumn.All.Select(column => ("@" + column.Name, InDatabase(column.ValueOf(entry))))]);

    /// <summary>A value as the database has it.</summary>
    protected object? InDatabase(object? value) => value is DateTimeOffset time ? dialect.Time(time) : value;

    /// <summary>Runs a statement that writes, at the latest with the commit.</summary>
    protected virtual void Execute(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        HasWritten = true;
        Command(text, parameters).ExecuteNonQuery();
    }

    /// <summary>Moves an entry in the lines for its guards.</summary>
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

        var which = change == GuardChange.FreeExclusive ? " AND is_shared = 0" : "";
        Execute("DELETE FROM guards WHERE " + OfPayment + which, environment, key);
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

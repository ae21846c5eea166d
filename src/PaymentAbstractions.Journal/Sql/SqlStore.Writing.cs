namespace PaymentAbstractions.Journal;

// The rules decide; what they decide is written in the same transaction.
internal sealed partial class SqlStore
{
    private const string Upsert = """
        INSERT INTO payments (
            environment, key, operation, gateway, state, outcome, order_reference, customer, transaction_reference, original,
            original_root, method_fingerprint, attempt, revision, is_unpublished, is_duplicate, is_reduced, started_at, send_by,
            changed_at, amended_at, observed_at, next_check_at, entry_version, entry)
        VALUES (
            @environment, @key, @operation, @gateway, @state, @outcome, @order, @customer, @transaction, @original,
            @root, @method, @attempt, @revision, @unpublished, @duplicate, @reduced, @started, @sendBy,
            @changed, @amended, @observed, @check, @version, @entry)
        ON CONFLICT (environment, key) DO UPDATE SET
            operation = excluded.operation, gateway = excluded.gateway, state = excluded.state, outcome = excluded.outcome,
            order_reference = excluded.order_reference, customer = excluded.customer, transaction_reference = excluded.transaction_reference,
            original = excluded.original, original_root = excluded.original_root,
            method_fingerprint = excluded.method_fingerprint, attempt = excluded.attempt, revision = excluded.revision,
            is_unpublished = excluded.is_unpublished, is_duplicate = excluded.is_duplicate, is_reduced = excluded.is_reduced,
            started_at = excluded.started_at, send_by = excluded.send_by, changed_at = excluded.changed_at,
            amended_at = excluded.amended_at, observed_at = excluded.observed_at, next_check_at = excluded.next_check_at,
            entry_version = excluded.entry_version, entry = excluded.entry
        """;

    private const string InsertResolution = """
        INSERT INTO resolutions (environment, key, number, at, source, from_outcome, to_outcome, who, why)
        VALUES (@environment, @key, @number, @at, @source, @from, @to, @who, @why)
        """;

    private const string SelectId = "SELECT id FROM payments WHERE environment = @environment AND key = @key";

    private const string InsertGuard =
        "INSERT INTO guards (name, payment_id, is_shared, until) VALUES (@name, @id, @shared, @until)";

    private const string SelectDueChecks = """
        SELECT id, next_check_at, entry_version, entry FROM payments
        WHERE gateway = @gateway AND next_check_at <= @now ORDER BY next_check_at, id LIMIT @most
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

    public JournalDecision Begin(JournalIntent intent)
    {
        var decided = JournalRules.Begin(this, intent);
        if (decided.IsStarted)
        {
            Write(decided.Entry!, revisionBefore: long.MaxValue);
            Change(decided.Entry!, GuardChange.Take);
        }

        return decided.WithTurn(this);
    }

    public IReadOnlyList<JournalEntry> TakeDueChecks(string gateway, int limit)
    {
        var due = new List<JournalEntry>();
        var rows = Read(Command(SelectDueChecks, ("@gateway", gateway), ("@now", dialect.Time(Now)), ("@most", limit)));
        foreach (var row in rows)
        {
            if (TryDecode(row) is { } entry)
            {
                due.Add(entry);
                continue;
            }

            // One that cannot be read must not stand before the others for ever.
            HasWritten = true;
            Command("UPDATE payments SET next_check_at = NULL WHERE id = @id", ("@id", row.Place.Id)).ExecuteNonQuery();
        }

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
            foreach (var entry in write.Others.Append(write.Entry!))
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
        var (intent, outcome) = (entry.Intent, entry.Outcome);
        HasWritten = true;
        Command(
                Upsert,
                ("@environment", NameOf(intent.Environment)),
                ("@key", intent.IdempotencyKey.Value),
                ("@operation", intent.Operation.ToString()),
                ("@gateway", intent.Gateway),
                ("@state", entry.State.ToString()),
                ("@outcome", outcome?.Outcome.ToString()),
                ("@order", intent.OrderReference.IsSpecified ? intent.OrderReference.Value : null),
                ("@customer", entry.OpenAuthorizationOf),
                ("@transaction", outcome?.Transaction?.Identity),
                ("@original", intent.Original?.Identity),
                ("@root", entry.OriginalRoot == intent.Original ? null : entry.OriginalRoot?.Identity),
                ("@method", intent.MethodFingerprint),
                ("@attempt", entry.Attempt),
                ("@revision", entry.Revision),
                ("@unpublished", entry.IsUnpublished ? 1 : 0),
                ("@duplicate", entry.IsDuplicateCharge ? 1 : 0),
                ("@reduced", entry.IsTombstone ? 1 : 0),
                ("@started", dialect.Time(intent.StartedAt)),
                ("@sendBy", dialect.Time(intent.SendBy)),
                ("@changed", dialect.Time(ChangedAtOf(entry))),
                ("@amended", entry.AmendedAt is { } amended ? dialect.Time(amended) : null),
                ("@observed", entry.Observation is { } seen ? dialect.Time(seen.ReadAt) : null),
                ("@check", entry.NextCheckAt is { } check ? dialect.Time(check) : null),
                ("@version", EntryCodec.Version),
                ("@entry", EntryCodec.Write(entry))
            )
            .ExecuteNonQuery();
        foreach (var revision in entry.Revisions.Where(revision => revision.Number > revisionBefore))
        {
            Audit(entry.Key, revision);
        }
    }

    private void Change(JournalEntry entry, GuardChange change)
    {
        var guards = entry.Intent.Guards;
        if (change == GuardChange.Keep || guards.Count == 0)
        {
            return;
        }

        HasWritten = true;
        var id = Command(SelectId, ("@environment", NameOf(entry.Key.Environment)), ("@key", entry.Key.Key.Value))
            .ExecuteScalar();
        var until = dialect.Time(entry.GuardedUntil);
        if (change == GuardChange.Hold)
        {
            Command("UPDATE guards SET until = @until WHERE payment_id = @id", ("@until", until), ("@id", id))
                .ExecuteNonQuery();
            return;
        }

        var which = change == GuardChange.FreeExclusive ? " AND is_shared = 0" : "";
        Command("DELETE FROM guards WHERE payment_id = @id" + which, ("@id", id)).ExecuteNonQuery();
        foreach (var guard in change == GuardChange.Take ? guards : [])
        {
            Command(
                    InsertGuard,
                    ("@name", guard.Name),
                    ("@id", id),
                    ("@shared", guard.IsShared ? 1 : 0),
                    ("@until", until)
                )
                .ExecuteNonQuery();
        }
    }

    private void Audit(JournalKey key, JournalRevision revision) =>
        Command(
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
            )
            .ExecuteNonQuery();

    private static DateTimeOffset ChangedAtOf(JournalEntry entry)
    {
        var recorded = entry.RecordedAt ?? entry.Intent.StartedAt;
        return entry.Observation?.ReadAt > recorded ? entry.Observation.ReadAt : recorded;
    }
}

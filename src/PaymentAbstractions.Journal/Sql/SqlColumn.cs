namespace PaymentAbstractions.Journal;

/// <summary>A column of the payments table and its value for an entry: a text, a number or a time.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type of its values; numbers are <see cref="int"/> or <see cref="long"/>.</param>
/// <param name="ValueOf">Gets the value for an entry.</param>
internal sealed record SqlColumn(string Name, Type Type, Func<JournalEntry, object?> ValueOf)
{
    /// <summary>The parameter of its value.</summary>
    public string Parameter { get; } = "@" + Name;

    public static IReadOnlyList<SqlColumn> All { get; } =
    [
        Text("environment", entry => entry.Intent.Environment.ToString()),
        Text("key", entry => entry.Intent.IdempotencyKey.Value),
        Text("operation", entry => entry.Intent.Operation.ToString()),
        Text("gateway", entry => entry.Intent.Gateway),
        Text("state", entry => entry.State.ToString()),
        Text("outcome", entry => entry.Outcome?.Outcome.ToString()),
        Text(
            "order_reference",
            entry => entry.Intent.OrderReference.IsSpecified ? entry.Intent.OrderReference.Value : null
        ),
        Text("customer", entry => entry.OpenAuthorizationOf),
        Text("transaction_reference", entry => entry.Outcome?.Transaction?.Identity),
        Text("original", entry => entry.Intent.Original?.Identity),
        Text(
            "original_root",
            entry => entry.OriginalRoot == entry.Intent.Original ? null : entry.OriginalRoot?.Identity
        ),
        Text("method_fingerprint", entry => entry.Intent.MethodFingerprint),
        new("attempt", typeof(int), entry => entry.Attempt),
        new("revision", typeof(long), entry => entry.Revision),
        Flag("is_unpublished", entry => entry.IsUnpublished),
        Flag("is_duplicate", entry => entry.IsDuplicateCharge),
        Flag("is_reduced", entry => entry.IsTombstone),
        Time("started_at", entry => entry.Intent.StartedAt),
        Time("send_by", entry => entry.Intent.SendBy),
        Time("changed_at", ChangedAtOf),
        Time("amended_at", entry => entry.AmendedAt),
        Time("observed_at", entry => entry.Observation?.ReadAt),
        Time("next_check_at", entry => entry.NextCheckAt),
        new("lease_epoch", typeof(long), entry => entry.LeaseEpoch),
        Time("leased_until", entry => entry.LeasedUntil),
        new("entry_version", typeof(int), _ => EntryCodec.Version),
        Text("entry", EntryCodec.Write),
    ];

    /// <summary>Writes entries, and replaces existing entries of their keys.</summary>
    /// <param name="rows">The rows in SQL, with the columns of <see cref="All"/> in their order.</param>
    public static string Upsert(string rows) =>
        $"INSERT INTO payments ({string.Join(", ", All.Select(column => column.Name))}) {rows} "
        + "ON CONFLICT (environment, key) DO UPDATE SET "
        + string.Join(", ", All.Skip(2).Select(column => $"{column.Name} = excluded.{column.Name}"));

    private static SqlColumn Text(string name, Func<JournalEntry, string?> valueOf) =>
        new(name, typeof(string), valueOf);

    private static SqlColumn Flag(string name, Func<JournalEntry, bool> valueOf) =>
        new(name, typeof(int), entry => valueOf(entry) ? 1 : 0);

    private static SqlColumn Time(string name, Func<JournalEntry, DateTimeOffset?> valueOf) =>
        new(name, typeof(DateTimeOffset), entry => valueOf(entry));

    private static DateTimeOffset? ChangedAtOf(JournalEntry entry)
    {
        var recorded = entry.RecordedAt ?? entry.Intent.StartedAt;
        return entry.Observation?.ReadAt > recorded ? entry.Observation.ReadAt : recorded;
    }
}

namespace PaymentAbstractions.Journal;

/// <summary>A list of entries that is read page by page.</summary>
/// <param name="Includes">The condition of its entries.</param>
/// <param name="Condition">The same condition in SQL, as in the index of the list.</param>
internal sealed record EntryList(Func<JournalEntry, bool> Includes, string Condition)
{
    public static EntryList InDoubt { get; } = new(static entry => entry.IsInDoubt, "state <> 'Closed'");

    /// <summary>Those of one state; the index of all that are in doubt serves it.</summary>
    public static EntryList InDoubtAs(JournalEntryState state) =>
        new(entry => entry.IsInDoubt && entry.State == state, $"{InDoubt.Condition} AND state = '{state}'");

    public static EntryList Unpublished { get; } = new(static entry => entry.IsUnpublished, "is_unpublished = 1");

    public static EntryList DuplicateCharges { get; } =
        new(static entry => entry.IsDuplicateCharge, "is_duplicate = 1");

    /// <summary>The times in <see cref="Condition"/>; <see langword="null"/> for most lists.</summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Period { get; private init; }

    public static EntryList Started(DateTimeOffset from, DateTimeOffset until) =>
        new(
            entry => entry.Intent.StartedAt >= from && entry.Intent.StartedAt < until,
            "started_at >= @from AND started_at < @until"
        )
        {
            Period = (from, until),
        };
}

namespace PaymentAbstractions.Journal;

/// <summary>A list of entries that somebody has to do something about; each has an index of its own.</summary>
/// <param name="Condition">What its rows have in common, as the index says it.</param>
internal sealed record SqlList(string Condition)
{
    public static SqlList InDoubt { get; } = new("state <> 'Closed'");

    public static SqlList Unpublished { get; } = new("is_unpublished = 1");

    public static SqlList DuplicateCharges { get; } = new("is_duplicate = 1");
}

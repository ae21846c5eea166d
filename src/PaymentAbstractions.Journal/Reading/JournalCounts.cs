namespace PaymentAbstractions.Journal;

/// <summary>The numbers of entries that are open, Pending, Unknown, unpublished or duplicate charges.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalCounts
{
    /// <summary>The number of keys whose attempt has no outcome.</summary>
    public required long Open { get; init; }

    /// <summary>The number of keys whose outcome is Pending.</summary>
    public required long Pending { get; init; }

    /// <summary>The number of keys whose outcome is Unknown.</summary>
    public required long Unknown { get; init; }

    /// <summary>The number of keys with a revision that the application has not processed.</summary>
    public required long Unpublished { get; init; }

    /// <summary>
    /// The number of keys that charged an order that another key had paid: see <see cref="JournalEntry.IsDuplicateCharge"/>.
    /// </summary>
    public required long DuplicateCharges { get; init; }
}

namespace PaymentAbstractions.Journal;

/// <summary>How much is open, in doubt, unpublished or charged twice.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalCounts
{
    /// <summary>Keys with an attempt without outcome.</summary>
    public required long Open { get; init; }

    /// <summary>Keys whose outcome is Pending.</summary>
    public required long Pending { get; init; }

    /// <summary>Keys whose outcome is Unknown.</summary>
    public required long Unknown { get; init; }

    /// <summary>Keys with a revision that the application has not taken note of.</summary>
    public required long Unpublished { get; init; }

    /// <summary>Keys that charged an order that another key had paid: see <see cref="JournalEntry.IsDuplicateCharge"/>.</summary>
    public required long DuplicateCharges { get; init; }
}

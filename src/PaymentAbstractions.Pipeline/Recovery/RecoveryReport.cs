using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What one round of recovery came to.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record RecoveryReport
{
    /// <summary>How many attempts were looked up.</summary>
    public required int LookedUp { get; init; }

    /// <summary>How many of them are resolved now.</summary>
    public required int Resolved { get; init; }

    /// <summary>How many are in doubt and were not due: under way, or within the time in which an answer may come.</summary>
    public required int NotDue { get; init; }

    /// <summary>How many look-ups failed by a mistake that was logged; they are tried again in the next round.</summary>
    public int Failed { get; init; }

    /// <summary>How many closed payments were looked up again, because their provider may have changed its mind.</summary>
    public int Checked { get; init; }

    /// <summary>How many of them had changed.</summary>
    public int Changed { get; init; }

    /// <summary>How many of them could not be looked up or recorded, and are due again later.</summary>
    public int Deferred { get; init; }

    /// <summary>Whether the journal listed everything that is in doubt. When it did not, the other figures are a part.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>How many resolutions the application has taken note of.</summary>
    public required int Published { get; init; }

    /// <summary>How many of those that were looked up stay in doubt.</summary>
    [JsonIgnore]
    public int StillInDoubt => LookedUp - Resolved;
}

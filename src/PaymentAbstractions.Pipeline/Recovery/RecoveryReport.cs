using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>The counts of one round of recovery.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record RecoveryReport
{
    /// <summary>The number of attempts that were looked up.</summary>
    public required int LookedUp { get; init; }

    /// <summary>The number of those attempts that are now resolved.</summary>
    public required int Resolved { get; init; }

    /// <summary>The number of unresolved attempts that were not due: in progress, or an answer may still arrive.</summary>
    public required int NotDue { get; init; }

    /// <summary>The number of look-ups that failed with a logged error. The next round tries them again.</summary>
    public int Failed { get; init; }

    /// <summary>The number of closed payments that were checked again because their provider may have changed them.</summary>
    public int Checked { get; init; }

    /// <summary>The number of checked payments that had changed.</summary>
    public int Changed { get; init; }

    /// <summary>The number of closed payments that could not be checked or recorded; they are due again later.</summary>
    public int Deferred { get; init; }

    /// <summary>Whether the journal listed all unresolved attempts. If not, the other counts are partial.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The number of resolutions that the application has handled.</summary>
    public required int Published { get; init; }

    /// <summary>The number of looked-up attempts that are still unresolved.</summary>
    [JsonIgnore]
    public int StillInDoubt => LookedUp - Resolved;
}

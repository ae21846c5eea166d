using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

/// <summary>What is kept in memory of an entry that somebody still has to do something about.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LiveInfo(
    GatewayEnvironment Environment,
    JournalEntryState State,
    bool IsUnpublished,
    bool IsDuplicateCharge,
    long StartedAt
)
{
    /// <summary>None for an entry that nobody has to do anything about.</summary>
    public static LiveInfo? Of(JournalEntry entry) =>
        entry.IsInDoubt || entry.IsUnpublished || entry.IsDuplicateCharge
            ? new LiveInfo(
                entry.Intent.Environment,
                entry.State,
                entry.IsUnpublished,
                entry.IsDuplicateCharge,
                entry.Intent.StartedAt.UtcTicks
            )
            : null;

    public bool IsIn(LiveList list) =>
        list switch
        {
            LiveList.InDoubt => State != JournalEntryState.Closed,
            LiveList.Unpublished => IsUnpublished,
            _ => IsDuplicateCharge,
        };
}

using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

/// <summary>What is kept in memory of an entry that somebody still has to do something about.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LiveInfo(
    GatewayEnvironment Environment,
    JournalEntryState State,
    bool IsUnpublished,
    long StartedAt
)
{
    public bool IsInDoubt => State != JournalEntryState.Closed;

    /// <summary>None for an entry that nobody has to do anything about.</summary>
    public static LiveInfo? Of(JournalEntry entry) =>
        entry.IsInDoubt || entry.IsUnpublished
            ? new LiveInfo(entry.Intent.Environment, entry.State, entry.IsUnpublished, entry.Intent.StartedAt.UtcTicks)
            : null;
}

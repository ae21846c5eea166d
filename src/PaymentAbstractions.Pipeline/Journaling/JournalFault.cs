using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>What a journal threw, as the reason for which nothing could be recorded.</summary>
internal static class JournalFault
{
    // A foreign message may quote anything.
    public static JournalFailure Of(Exception exception) =>
        exception is JournalDamagedException damaged
            ? new JournalFailure { Kind = JournalFailureKind.Damaged, Message = damaged.Message }
        : exception is JournalUnavailableException unavailable
            ? new JournalFailure { Kind = unavailable.Kind, Message = unavailable.Message }
        : new JournalFailure
        {
            Kind = JournalFailureKind.InputOutput,
            Message = $"The journal failed: {exception.GetType().Name}.",
        };
}

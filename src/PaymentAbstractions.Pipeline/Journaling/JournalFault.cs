using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Describes a journal's exception as the reason why nothing could be recorded.</summary>
internal static class JournalFault
{
    // A message from other code may quote anything.
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

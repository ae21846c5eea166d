using System.Text.Json.Serialization;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions.Journal;

/// <summary>Whether a payment may be sent, and what is known when not.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalDecision
{
    /// <summary>The decision.</summary>
    public required JournalDecisionKind Kind { get; init; }

    /// <summary>
    /// The entry that decided: the one that was started, the key's own, or the order's other one. None for
    /// <see cref="JournalDecisionKind.NotRecorded"/> and where the original decided.
    /// </summary>
    public JournalEntry? Entry { get; init; }

    /// <summary>
    /// What was moved of the entry's transaction, read in the same step, for <see cref="JournalDecisionKind.Answered"/> and
    /// <see cref="JournalDecisionKind.OrderAlreadyPaid"/>: what <see cref="JournalRules.AnswerOf"/> derives the answer from. None when
    /// the entry is not approved or has no transaction.
    /// </summary>
    public OriginalAmounts? Moved { get; init; }

    /// <summary>
    /// In what the intent differs from the key's first use, for <see cref="JournalDecisionKind.Conflict"/>, or from the order's
    /// payment, for <see cref="JournalDecisionKind.OrderConflict"/>.
    /// </summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalField>))]
    public ValueList<JournalField> Conflicts { get; init; } = [];

    /// <summary>
    /// What the original has left, for <see cref="JournalDecisionKind.ExceedsOriginal"/>: this amount, in this currency, would work.
    /// None when only the currency is known.
    /// </summary>
    public Money? Available { get; init; }

    /// <summary>The currency that would work, for <see cref="JournalDecisionKind.ExceedsOriginal"/>.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The key that holds the original, for <see cref="JournalDecisionKind.OriginalBusy"/>.</summary>
    public JournalKey? BlockedBy { get; init; }

    /// <summary>Whether the attempt has its guards, for <see cref="JournalDecisionKind.Started"/>; none when it needs none.</summary>
    public JournalTurn? Turn { get; init; }

    /// <summary>Why nothing could be recorded, for <see cref="JournalDecisionKind.NotRecorded"/>.</summary>
    public JournalFailure? Failure { get; init; }

    /// <summary>Whether the intent may be sent.</summary>
    [JsonIgnore]
    public bool IsStarted => Kind == JournalDecisionKind.Started;

    /// <summary>The number of the attempt that was started, for <see cref="IPaymentJournal.CompleteAsync"/>; 0 when none was.</summary>
    [JsonIgnore]
    public int Attempt => IsStarted ? Entry!.Attempt : 0;

    internal JournalDecision WithTurn(IJournalStore store) =>
        IsStarted && Entry!.Intent.Guards.Count > 0
            ? this with
            {
                Turn = JournalRules.TurnOf(store, Entry, store.Now),
            }
            : this;

    /// <summary>The intent could not be made durable.</summary>
    /// <param name="failure">Why.</param>
    /// <returns>The decision.</returns>
    public static JournalDecision NotRecorded(JournalFailure failure) =>
        new() { Kind = JournalDecisionKind.NotRecorded, Failure = failure };
}

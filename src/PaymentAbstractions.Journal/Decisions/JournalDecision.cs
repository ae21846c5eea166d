using System.Text.Json.Serialization;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions.Journal;

/// <summary>Whether a payment may be sent, and what is known if it may not.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalDecision
{
    /// <summary>The decision.</summary>
    public required JournalDecisionKind Kind { get; init; }

    /// <summary>
    /// The entry that determined the decision: the one that was started, that of the key, or that of another key of the order.
    /// <see langword="null"/> for <see cref="JournalDecisionKind.NotRecorded"/>, and when the original determined the decision.
    /// </summary>
    public JournalEntry? Entry { get; init; }

    /// <summary>
    /// What was moved of the entry's transaction, read in the same step, for <see cref="JournalDecisionKind.Answered"/> and
    /// <see cref="JournalDecisionKind.OrderAlreadyPaid"/>. <see cref="JournalRules.AnswerOf"/> derives the result from it.
    /// <see langword="null"/> when the entry is not approved or has no transaction.
    /// </summary>
    public OriginalAmounts? Moved { get; init; }

    /// <summary>
    /// The fields in which the intent differs: from the first use of the key for <see cref="JournalDecisionKind.Conflict"/>, from the
    /// order's payment for <see cref="JournalDecisionKind.OrderConflict"/>.
    /// </summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalField>))]
    public ValueList<JournalField> Conflicts { get; init; } = [];

    /// <summary>
    /// The amount that the original has left, for <see cref="JournalDecisionKind.ExceedsOriginal"/>: a request for this amount would be
    /// accepted. <see langword="null"/> when only the currency is known.
    /// </summary>
    public Money? Available { get; init; }

    /// <summary>The currency that would be accepted, for <see cref="JournalDecisionKind.ExceedsOriginal"/>.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The key of the payment that blocks the original, for <see cref="JournalDecisionKind.OriginalBusy"/>.</summary>
    public JournalKey? BlockedBy { get; init; }

    /// <summary>
    /// Whether the attempt has its guards, for <see cref="JournalDecisionKind.Started"/>; <see langword="null"/> when it needs none.
    /// </summary>
    public JournalTurn? Turn { get; init; }

    /// <summary>The reason why nothing could be recorded, for <see cref="JournalDecisionKind.NotRecorded"/>.</summary>
    public JournalFailure? Failure { get; init; }

    /// <summary>Whether the intent may be sent.</summary>
    [JsonIgnore]
    public bool IsStarted => Kind == JournalDecisionKind.Started;

    /// <summary>
    /// The number of the attempt that was started, for <see cref="IPaymentJournal.CompleteAsync"/>; 0 when none was started.
    /// </summary>
    [JsonIgnore]
    public int Attempt => IsStarted ? Entry!.Attempt : 0;

    internal JournalDecision WithTurn(IJournalStore store) =>
        IsStarted && Entry!.Intent.Guards.Count > 0
            ? this with
            {
                Turn = JournalRules.TurnAtStart(store, Entry, store.Now),
            }
            : this;

    /// <summary>Creates the decision for an intent that could not be made durable.</summary>
    /// <param name="failure">The reason.</param>
    /// <returns>The decision.</returns>
    public static JournalDecision NotRecorded(JournalFailure failure) =>
        new() { Kind = JournalDecisionKind.NotRecorded, Failure = failure };
}

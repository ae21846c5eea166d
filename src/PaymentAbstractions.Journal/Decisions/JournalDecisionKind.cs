using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>Whether a payment may be sent, and why not. Only <see cref="Started"/> permits to send.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalDecisionKind>))]
public enum JournalDecisionKind
{
    /// <summary>
    /// The intent could not be made durable: see <see cref="JournalDecision.Failure"/>. Nothing may be sent. The zero value.
    /// </summary>
    NotRecorded = 0,

    /// <summary>The intent is durable: send it now, until its send-by time.</summary>
    Started,

    /// <summary>The key has its answer: final, or Pending or Unknown until it is resolved.</summary>
    Answered,

    /// <summary>An attempt of this key is open: under way in this process, in another one, or left by a dead one.</summary>
    InProgress,

    /// <summary>The key was used for something else: see <see cref="JournalDecision.Conflicts"/>.</summary>
    Conflict,

    /// <summary>Another key of the same order is open, Pending or Unknown: see <see cref="JournalDecision.Entry"/>.</summary>
    OrderInProgress,

    /// <summary>Another key of the same order is approved: see <see cref="JournalDecision.Entry"/>.</summary>
    OrderAlreadyPaid,

    /// <summary>
    /// Another key of the same order is approved for another amount or currency: see <see cref="JournalDecision.Entry"/> and
    /// <see cref="JournalDecision.Conflicts"/>. It is no answer to this payment, and nothing is sent.
    /// </summary>
    OrderConflict,

    /// <summary>More than the original has left, or another currency: see <see cref="JournalDecision.Available"/> and
    /// <see cref="JournalDecision.Currency"/>.</summary>
    ExceedsOriginal,

    /// <summary>Something that is open, Pending or Unknown holds the original; ask again when it is resolved.</summary>
    OriginalBusy,

    /// <summary>The original is voided, captured or refunded in a way that excludes this for good.</summary>
    OriginalClosed,
}

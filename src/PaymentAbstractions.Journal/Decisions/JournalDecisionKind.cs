using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>Whether a payment may be sent, and why not. Only <see cref="Started"/> permits sending.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalDecisionKind>))]
public enum JournalDecisionKind
{
    /// <summary>
    /// The intent could not be made durable: see <see cref="JournalDecision.Failure"/>. Nothing may be sent. This is the zero value.
    /// </summary>
    NotRecorded = 0,

    /// <summary>The intent is durable: send it now, before its send-by time.</summary>
    Started,

    /// <summary>The key already has a result: a final one, or Pending or Unknown until it is resolved.</summary>
    Answered,

    /// <summary>An attempt of this key is open: it is in progress in this process or another one, or its process has ended.</summary>
    InProgress,

    /// <summary>The key was used for a different payment: see <see cref="JournalDecision.Conflicts"/>.</summary>
    Conflict,

    /// <summary>Another key of the same order is open, Pending or Unknown: see <see cref="JournalDecision.Entry"/>.</summary>
    OrderInProgress,

    /// <summary>Another key of the same order is approved: see <see cref="JournalDecision.Entry"/>.</summary>
    OrderAlreadyPaid,

    /// <summary>
    /// Another key of the same order is approved for another amount or currency: see <see cref="JournalDecision.Entry"/> and
    /// <see cref="JournalDecision.Conflicts"/>. It is not the result of this payment, and nothing is sent.
    /// </summary>
    OrderConflict,

    /// <summary>
    /// The original has less left, or another currency: see <see cref="JournalDecision.Available"/> and
    /// <see cref="JournalDecision.Currency"/>.
    /// </summary>
    ExceedsOriginal,

    /// <summary>Another payment that is open, Pending or Unknown blocks the original; try again when it is resolved.</summary>
    OriginalBusy,

    /// <summary>The original is voided, captured or refunded in a way that permanently excludes this operation.</summary>
    OriginalClosed,
}

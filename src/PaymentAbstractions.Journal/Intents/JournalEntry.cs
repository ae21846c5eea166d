using System.Text.Json.Serialization;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions.Journal;

/// <summary>Everything that the journal knows of one key.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalEntry
{
    /// <summary>The most earlier attempts that are kept: the latest 16.</summary>
    public const int MostEarlierAttempts = 16;

    /// <summary>The most revisions that are kept: the latest 32, and every one that a person made.</summary>
    public const int MostRevisions = 32;

    /// <summary>The most notifications that are kept: the latest 32.</summary>
    public const int MostNotifications = 32;

    /// <summary>The intent of the latest attempt.</summary>
    public required JournalIntent Intent { get; init; }

    /// <summary>The number of the latest attempt, from 1. Fences outcomes.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the first attempt began; a provider's window for honoring a key counts from here.</summary>
    public required DateTimeOffset FirstStartedAt { get; init; }

    /// <summary>When what was read under the guards became part of the intent; none when it did not, or nothing was to be read.</summary>
    public DateTimeOffset? AmendedAt { get; init; }

    /// <summary>How often the latest attempt was permitted to be sent again.</summary>
    public int Resends { get; init; }

    /// <summary>Whether the exchange that was permitted last has not told yet what became of it.</summary>
    public bool IsSentAgain { get; init; }

    /// <summary>What became of the latest attempt; none while it is open.</summary>
    public JournalOutcome? Outcome { get; init; }

    /// <summary>When <see cref="Outcome"/> was recorded.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>
    /// Who decided <see cref="Outcome"/> after the attempt was first in doubt or answered; none for the answer of the live exchange.
    /// </summary>
    public JournalResolutionSource? DecidedBy { get; init; }

    /// <summary>How the provider showed the transaction when it was last read; none when it was not.</summary>
    public JournalObservation? Observation { get; init; }

    /// <summary>
    /// When the closed payment is looked up again, because its provider may have changed it; while a process is at it, until when nobody
    /// else is. None where the provider does not change its mind, and when its time for that is over.
    /// </summary>
    public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>
    /// The other key of the order that has paid too: one of the two charges is too much. Set before this entry is approved when it
    /// may become so; see <see cref="IsDuplicateCharge"/>. None when there is none, or a person has taken note of it.
    /// </summary>
    public JournalKey? DuplicateOf { get; init; }

    /// <summary>
    /// Counts the changes of this entry's outcome, and of the answer that follows from it, from 0 for the first attempt that is open.
    /// </summary>
    public long Revision { get; init; }

    /// <summary>The last revision that the application took note of or had as an answer.</summary>
    public long PublishedRevision { get; init; }

    /// <summary>
    /// The authorization whose capture the intent's original is, when that is known; else the original. Amounts are added up for it.
    /// </summary>
    public TransactionReference? OriginalRoot { get; init; }

    /// <summary>Earlier attempts, all of them NotSent or Rejected; at most <see cref="MostEarlierAttempts"/>.</summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalAttempt>))]
    public ValueList<JournalAttempt> EarlierAttempts { get; init; } = [];

    /// <summary>Who changed the outcome after it was first recorded, oldest first; see <see cref="MostRevisions"/>.</summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalRevision>))]
    public ValueList<JournalRevision> Revisions { get; init; } = [];

    /// <summary>
    /// What the provider notified of the transaction and was looked at, oldest first; see <see cref="MostNotifications"/>.
    /// </summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalNotification>))]
    public ValueList<JournalNotification> Notifications
    {
        get;
        // Entries that were written before there were any do not have it, and generated code then sets null.
        init => field = value ?? [];
    } = [];

    /// <summary>Counts the look-ups that have taken the attempt for themselves; see <see cref="IPaymentJournal.LeaseAsync"/>.</summary>
    public long LeaseEpoch { get; init; }

    /// <summary>Until when a look-up has the attempt, by the journal's clock; none when none has it.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>
    /// Tells this attempt from another one of the same number, which a journal needs to close an intent whose commit was not answered; none
    /// where a commit is always answered.
    /// </summary>
    public string? Nonce { get; init; }

    /// <summary>Whether nothing of the authorization is left: it was captured whole or voided through the journal.</summary>
    public bool IsAuthorizationClosed { get; init; }

    /// <summary>Whether details have been dropped because the entry is old: hints, earlier attempts, texts.</summary>
    public bool IsTombstone { get; init; }

    /// <summary>What the entry is found by.</summary>
    [JsonIgnore]
    public JournalKey Key => Intent.JournalKey;

    /// <summary>Open, in doubt or closed.</summary>
    [JsonIgnore]
    public JournalEntryState State =>
        Outcome switch
        {
            null => JournalEntryState.Open,
            { Outcome: PaymentOutcome.Pending } => JournalEntryState.Pending,
            { Outcome: PaymentOutcome.Unknown } => JournalEntryState.Unknown,
            _ => JournalEntryState.Closed,
        };

    /// <summary>Whether money may have moved and nobody knows yet: open, Pending or Unknown.</summary>
    [JsonIgnore]
    public bool IsInDoubt => State != JournalEntryState.Closed;

    /// <summary>Whether money is proven to have moved or to be held: Approved or PartiallyApproved.</summary>
    [JsonIgnore]
    public bool IsApproved => Outcome?.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved;

    /// <summary>
    /// Whether the order was charged by this entry and by <see cref="DuplicateOf"/>, neither being an additional payment. Nothing is
    /// voided by itself: that is for a person to decide.
    /// </summary>
    [JsonIgnore]
    public bool IsDuplicateCharge => DuplicateOf is not null && IsApproved;

    /// <summary>Whether the latest attempt is open and cannot have been sent: its gate opens only when it was amended.</summary>
    [JsonIgnore]
    public bool IsProvenUnsent => Outcome is null && Intent.ReadsFirst && AmendedAt is null;

    /// <summary>Whether the key may be sent again: NotSent, or Rejected without a transaction.</summary>
    [JsonIgnore]
    public bool MayReopen => Outcome?.Result.MaySendAgain == true;

    /// <summary>Whether the application has yet to take note of the latest revision.</summary>
    [JsonIgnore]
    public bool IsUnpublished => Revision > PublishedRevision;

    /// <summary>Whether the customer disputes the transaction, as it was last read.</summary>
    [JsonIgnore]
    public DisputeStatus DisputeStatus => Observation?.DisputeStatus ?? default;

    /// <summary>
    /// When its places in lines lapse if its process dies: what was not amended cannot be sent any more after its send-by time.
    /// </summary>
    internal DateTimeOffset GuardedUntil => IsProvenUnsent ? Intent.SendBy : Intent.SendBy + Intent.HoldGuardsFor;

    /// <summary>Whether it was approved, and the provider did not show it as declined since.</summary>
    internal bool StandsApproved => IsApproved && Observation is not { IsDeclined: true };

    /// <summary>Whether a person decided the outcome.</summary>
    internal bool IsDecidedByPerson => DecidedBy == JournalResolutionSource.Person;

    /// <summary>What is proven to have moved, in the currency that was asked for; an approval in another one is no measure of it.</summary>
    internal Money ApprovedAmount =>
        Intent.Amount is { } asked
        && Outcome?.Result.ApprovedAmount is { } approved
        && approved.Currency == asked.Currency
            ? approved
            : Intent.Amount!.Value;

    /// <summary>What the provider processed, in its currency.</summary>
    internal Money ProcessedAmount => Observation?.ProcessedAmount ?? Outcome?.Result.ProcessedAmount ?? ApprovedAmount;

    /// <summary>Whether it is an authorization of more than zero, of a known customer, that may still hold money.</summary>
    /// <remarks>
    /// One in doubt counts as open. One that has lapsed counts too: <see cref="JournalRules"/> leaves it out by its time.
    /// </remarks>
    [JsonIgnore]
    public bool MayBeOpenAuthorization =>
        Intent is { Operation: PaymentOperation.Authorize, CustomerId: not null, Amount.IsZero: false }
        && (IsInDoubt || IsApproved)
        && !IsAuthorizationClosed
        && Observation is not { IsReversed: true };

    /// <summary>Whose open authorization it is; none for everything else.</summary>
    internal string? OpenAuthorizationOf =>
        MayBeOpenAuthorization ? CustomerAt(Intent.Account, Intent.CustomerId!) : null;

    /// <summary>What a look-up needs to find the latest attempt.</summary>
    /// <returns>The attempt, hints included while the outcome is not final.</returns>
    public PaymentAttempt ToAttempt() => Intent.ToAttempt();

    internal static string CustomerAt(AccountFingerprint account, string customerId) => $"{account}:{customerId}";
}

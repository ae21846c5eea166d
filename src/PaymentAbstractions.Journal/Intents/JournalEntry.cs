using System.Text.Json.Serialization;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions.Journal;

/// <summary>Everything that the journal has about one key.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalEntry
{
    /// <summary>The maximum number of earlier attempts: the latest 16 are kept.</summary>
    public const int MaxEarlierAttempts = 16;

    /// <summary>The maximum number of revisions: the latest 32 are kept, and all by persons.</summary>
    public const int MaxRevisions = 32;

    /// <summary>The maximum number of notifications: the latest 32 are kept.</summary>
    public const int MaxNotifications = 32;

    /// <summary>The intent of the latest attempt.</summary>
    public required JournalIntent Intent { get; init; }

    /// <summary>The number of the latest attempt, from 1. Fences outcomes.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the first attempt started. A provider's idempotency window counts from here.</summary>
    public required DateTimeOffset FirstStartedAt { get; init; }

    /// <summary>
    /// When the reading under the guards was recorded; <see langword="null"/> when it was not, or when nothing had to be read.
    /// </summary>
    public DateTimeOffset? AmendedAt { get; init; }

    /// <summary>The number of times that the latest attempt was permitted to be sent again.</summary>
    public int Resends { get; init; }

    /// <summary>Whether the exchange that was permitted last has no recorded outcome yet.</summary>
    public bool IsSentAgain { get; init; }

    /// <summary>The outcome of the latest attempt; <see langword="null"/> while it is open.</summary>
    public JournalOutcome? Outcome { get; init; }

    /// <summary>When <see cref="Outcome"/> was recorded.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>
    /// Who determined <see cref="Outcome"/> after the first outcome was recorded; <see langword="null"/> for the outcome of the live
    /// exchange.
    /// </summary>
    public JournalResolutionSource? DecidedBy { get; init; }

    /// <summary>How the provider showed the transaction when it was last read; <see langword="null"/> when it was not read.</summary>
    public JournalObservation? Observation { get; init; }

    /// <summary>
    /// When the closed payment is looked up again, because its provider may have changed it; while a process looks it up, the time until
    /// which no other process does. <see langword="null"/> when the provider does not change outcomes, or no longer can.
    /// </summary>
    public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>
    /// The other key of the order that has paid, too: one of the two charges is a duplicate. It may be set before this entry is approved;
    /// see <see cref="IsDuplicateCharge"/>. <see langword="null"/> when there is none, or a person has acknowledged it.
    /// </summary>
    public JournalKey? DuplicateOf { get; init; }

    /// <summary>
    /// Counts the changes of this entry's outcome, and of the result that follows from it, starting with 0 for the first open attempt.
    /// </summary>
    public long Revision { get; init; }

    /// <summary>The last revision that the application processed or received as a result.</summary>
    public long PublishedRevision { get; init; }

    /// <summary>
    /// The authorization, when the intent's original is known to be one of its captures; otherwise the original. Amounts are added up for
    /// this transaction.
    /// </summary>
    public TransactionReference? OriginalRoot { get; init; }

    /// <summary>The earlier attempts, which are all NotSent or Rejected; at most <see cref="MaxEarlierAttempts"/>.</summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalAttempt>))]
    public ValueList<JournalAttempt> EarlierAttempts { get; init; } = [];

    /// <summary>The changes of the outcome after it was first recorded, oldest first; see <see cref="MaxRevisions"/>.</summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalRevision>))]
    public ValueList<JournalRevision> Revisions { get; init; } = [];

    /// <summary>
    /// The notifications of the provider about the transaction that were processed, oldest first; see <see cref="MaxNotifications"/>.
    /// </summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalNotification>))]
    public ValueList<JournalNotification> Notifications
    {
        get;
        // Older entries do not have this member, and generated code then assigns null.
        init => field = value ?? [];
    } = [];

    /// <summary>Counts the leases of the attempt for look-ups; see <see cref="IPaymentJournal.LeaseAsync"/>.</summary>
    public long LeaseEpoch { get; init; }

    /// <summary>
    /// The time until which a look-up has leased the attempt, by the journal's clock; <see langword="null"/> when there is no lease.
    /// </summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>
    /// Distinguishes this attempt from another one with the same number. A journal needs it to close an intent whose commit was not
    /// confirmed; <see langword="null"/> when commits are always confirmed.
    /// </summary>
    public string? Nonce { get; init; }

    /// <summary>Whether nothing of the authorization is left: it was fully captured or voided through the journal.</summary>
    public bool IsAuthorizationClosed { get; init; }

    /// <summary>Whether details were deleted because the entry is old: hints, earlier attempts, texts.</summary>
    public bool IsTombstone { get; init; }

    /// <summary>The key of the entry, with its environment.</summary>
    [JsonIgnore]
    public JournalKey Key => Intent.JournalKey;

    /// <summary>The state: Open, Pending, Unknown or Closed.</summary>
    [JsonIgnore]
    public JournalEntryState State =>
        Outcome switch
        {
            null => JournalEntryState.Open,
            { Outcome: PaymentOutcome.Pending } => JournalEntryState.Pending,
            { Outcome: PaymentOutcome.Unknown } => JournalEntryState.Unknown,
            _ => JournalEntryState.Closed,
        };

    /// <summary>Whether money may have moved and the outcome is not known: the entry is open, Pending or Unknown.</summary>
    [JsonIgnore]
    public bool IsInDoubt => State != JournalEntryState.Closed;

    /// <summary>Whether money is proven to have moved or to be held: Approved or PartiallyApproved.</summary>
    [JsonIgnore]
    public bool IsApproved => Outcome?.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved;

    /// <summary>
    /// Whether both this entry and <see cref="DuplicateOf"/> charged the order, and neither is an additional payment. Nothing is voided
    /// automatically: a person must decide.
    /// </summary>
    [JsonIgnore]
    public bool IsDuplicateCharge => DuplicateOf is not null && IsApproved;

    /// <summary>Whether the latest attempt is open and cannot have been sent, because its gate opens only after it was amended.</summary>
    [JsonIgnore]
    public bool IsProvenUnsent => Outcome is null && Intent.ReadsFirst && AmendedAt is null;

    /// <summary>Whether the key may be sent again: NotSent, or Rejected without a transaction.</summary>
    [JsonIgnore]
    public bool MayReopen => Outcome?.Result.MaySendAgain == true;

    /// <summary>Whether the application has not processed the latest revision.</summary>
    [JsonIgnore]
    public bool IsUnpublished => Revision > PublishedRevision;

    /// <summary>The status of a dispute, as of the last reading.</summary>
    [JsonIgnore]
    public DisputeStatus DisputeStatus => Observation?.DisputeStatus ?? default;

    /// <summary>
    /// When its tickets expire if its process has ended: an attempt that was not amended cannot be sent after its send-by time.
    /// </summary>
    internal DateTimeOffset GuardedUntil => IsProvenUnsent ? Intent.SendBy : Intent.SendBy + Intent.HoldGuardsFor;

    /// <summary>Whether it was approved, and the provider has not shown it as declined since.</summary>
    internal bool StandsApproved => IsApproved && Observation is not { IsDeclined: true };

    /// <summary>Whether a person decided the outcome.</summary>
    internal bool IsDecidedByPerson => DecidedBy == JournalResolutionSource.Person;

    /// <summary>
    /// The amount that is proven to have moved, in the requested currency; an approval in another currency does not determine it.
    /// </summary>
    internal Money ApprovedAmount =>
        Intent.Amount is { } asked
        && Outcome?.Result.ApprovedAmount is { } approved
        && approved.Currency == asked.Currency
            ? approved
            : Intent.Amount!.Value;

    /// <summary>The amount that the provider processed, in its currency.</summary>
    internal Money ProcessedAmount => Observation?.ProcessedAmount ?? Outcome?.Result.ProcessedAmount ?? ApprovedAmount;

    /// <summary>Whether it is an authorization of more than zero, for a known customer, that may still hold money.</summary>
    /// <remarks>
    /// An unresolved authorization counts as open. One that has expired counts as well: <see cref="JournalRules"/> excludes it by its time.
    /// </remarks>
    [JsonIgnore]
    public bool MayBeOpenAuthorization =>
        Intent is { Operation: PaymentOperation.Authorize, CustomerId: not null, Amount.IsZero: false }
        && (IsInDoubt || IsApproved)
        && !IsAuthorizationClosed
        && Observation is not { IsReversed: true };

    /// <summary>The customer of the open authorization; <see langword="null"/> for everything else.</summary>
    internal string? OpenAuthorizationOf =>
        MayBeOpenAuthorization ? CustomerAt(Intent.Account, Intent.CustomerId!) : null;

    /// <summary>Gets the data that a look-up needs to find the latest attempt.</summary>
    /// <returns>The attempt, with hints while the outcome is not final.</returns>
    public PaymentAttempt ToAttempt() => Intent.ToAttempt();

    internal static string CustomerAt(AccountFingerprint account, string customerId) => $"{account}:{customerId}";
}

using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal;

/// <summary>
/// What must survive a crash: every intent to move money before it is sent, and its outcome after. Never card numbers, security
/// codes, one-time tokens or secrets; of a payment method at most its stored id, BIN and last four digits, as the provider shows them.
/// </summary>
/// <remarks>
/// <para>
/// A key is unique in its environment; gateway and account are attributes of its attempts. An entry of the other environment
/// decides too when it has the same account, because then only the label was wrong. What may be done is decided by
/// <see cref="JournalRules"/>, the same for every implementation; an implementation makes sure that a decision and the record
/// that follows from it are one step, and durable before they are answered.
/// </para>
/// <para>
/// Thread-safe. No lock is held between two calls, so a handler may call the journal again, for the same key too. A token ends
/// the waiting of a call that has not begun; a write that has begun is finished and answered.
/// </para>
/// </remarks>
public interface IPaymentJournal
{
    /// <summary>Whether attempts may begin and how the journal does.</summary>
    JournalHealth Health { get; }

    /// <summary>
    /// The clock by which all times of the journal are meant: that of the host, or of the database where several hosts share one, so that a
    /// host whose clock is wrong concludes nothing from it.
    /// </summary>
    TimeProvider Clock { get; }

    /// <summary>
    /// Decides whether a payment may be sent. When the answer is <see cref="JournalDecisionKind.Started"/>, the intent, with what
    /// it reserves of its original, is durable before this returns.
    /// </summary>
    /// <param name="intent">What is about to be sent.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>
    /// The decision. Only Started permits to send. NotRecorded says that the journal could not make the intent durable: nothing
    /// may be sent, and the result for the caller is NotSent with that reason.
    /// </returns>
    /// <exception cref="PaymentRequestException">The intent is incomplete: no key, no amount where one is needed.</exception>
    Task<JournalDecision> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default);

    /// <summary>Records what became of an attempt, durable before this returns. Fenced by the number of the attempt.</summary>
    /// <param name="key">The key.</param>
    /// <param name="attempt">The number that <see cref="BeginAsync"/> gave.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="publish">
    /// Whether the application must hear of it as of a resolution: true when nobody waits for the answer any more. An outcome for
    /// an attempt that was recorded as Unknown or Pending before is always published, unless it is still Unknown.
    /// </param>
    /// <param name="resends">
    /// The <see cref="JournalEntry.Resends"/> of the exchange that the outcome is from: 0 for the first. An earlier one does not end what a
    /// later one is about.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>What was recorded; a stale attempt's outcome is refused and reported, not thrown.</returns>
    Task<JournalWrite> CompleteAsync(
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        int resends = 0,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Permits an attempt that is open or Unknown to be sent again under its key until a later time, for providers that honor the
    /// key. Durable before this returns; until that time the attempt cannot be declared unsent.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="attempt">The number of the attempt that is in doubt.</param>
    /// <param name="resends">
    /// The <see cref="JournalEntry.Resends"/> of the entry that was looked at. Of several that look at the same entry one extends it.
    /// </param>
    /// <param name="sendBy">The new <see cref="JournalIntent.SendBy"/>.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>What was recorded. Unless it is <see cref="JournalWriteStatus.Recorded"/>, nothing may be sent.</returns>
    Task<JournalWrite> ExtendAsync(
        JournalKey key,
        int attempt,
        int resends,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads whether an attempt has all of its guards. An attempt that has to wait asks again, a few times a second.</summary>
    /// <param name="key">The key.</param>
    /// <param name="attempt">The number that <see cref="BeginAsync"/> gave the attempt.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The turn; not held for an attempt that was overtaken.</returns>
    /// <exception cref="JournalUnavailableException">The journal could not be read.</exception>
    Task<JournalTurn> GetTurnAsync(JournalKey key, int attempt, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes what an attempt read under its guards part of its record, and decides with it whether it may be sent. Called after
    /// <see cref="ExtendAsync"/> too: what is sent again reads anew.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="attempt">The number that <see cref="BeginAsync"/> gave the attempt.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="cancellationToken">Ends the waiting until the write begins.</param>
    /// <returns>
    /// Started when it is durable and the attempt may be sent; else why not, see <see cref="JournalRules.Amend"/>. The attempt stays open
    /// until <see cref="CompleteAsync"/>.
    /// </returns>
    Task<JournalDecision> AmendAsync(
        JournalKey key,
        int attempt,
        AttemptReading reading,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Records what was proven later: by a look-up, by the provider, or by a person. Durable before this returns, audited, and
    /// published to the application at least once. An approval by a person of a duplicate charge takes note of it and changes
    /// nothing else.
    /// </summary>
    /// <param name="resolution">What was proven, and by whom.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>What was recorded, or why not.</returns>
    Task<JournalWrite> ResolveAsync(JournalResolution resolution, CancellationToken cancellationToken = default);

    /// <summary>
    /// Keeps how the provider shows a transaction, with the entry that made it; durable before this returns. What is derived from it,
    /// such as Reversed, is published when it changes; so is a change of <see cref="JournalObservation.DisputeStatus"/>.
    /// </summary>
    /// <param name="observation">The reading.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>
    /// What was recorded: NotFound when the journal has no entry that made the transaction, Outdated when it holds a newer reading.
    /// </returns>
    Task<JournalWrite> ObserveAsync(JournalObservation observation, CancellationToken cancellationToken = default);

    /// <summary>
    /// Notes with the entry that made a transaction that a notification of the provider was looked at; durable before this returns. The
    /// answer of the entry stays as it is, and nothing is published.
    /// </summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="notification">The notification.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>
    /// What was recorded: Unchanged when it was noted before, NotFound when the journal has no entry that made the transaction.
    /// </returns>
    Task<JournalWrite> NoteAsync(
        TransactionReference transaction,
        JournalNotification notification,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Takes an attempt that is in doubt for one look-up at its provider; durable before this returns. What is found is recorded under the
    /// <see cref="JournalEntry.LeaseEpoch"/> of the answer. When the process dies, the attempt is free again at the end of the time.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="revision">The <see cref="JournalEntry.Revision"/> of the entry that was seen.</param>
    /// <param name="until">Until when no other look-up takes it.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>Recorded with the entry; else why not, see <see cref="JournalRules.Lease"/>.</returns>
    Task<JournalWrite> LeaseAsync(
        JournalKey key,
        long revision,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    );

    /// <summary>Ends a look-up that concluded nothing, so that the next one need not wait.</summary>
    /// <param name="key">The key.</param>
    /// <param name="epoch">The <see cref="JournalEntry.LeaseEpoch"/> of the look-up.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>What was recorded; Outdated when another look-up has the attempt.</returns>
    Task<JournalWrite> EndLeaseAsync(JournalKey key, long epoch, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes closed payments of a gateway whose <see cref="JournalEntry.NextCheckAt"/> has come, those that wait longest first, for one
    /// process: nobody else gets them until a time. Durable before this returns. When the process dies, they are due again then.
    /// </summary>
    /// <param name="gateway">The configured name of the gateway.</param>
    /// <param name="until">Until when they are taken.</param>
    /// <param name="limit">The most, at least 1.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>The payments; none when nothing is due or the journal cannot be written, see <see cref="Health"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    Task<IReadOnlyList<JournalEntry>> ClaimChecksAsync(
        string gateway,
        DateTimeOffset until,
        int limit,
        CancellationToken cancellationToken = default
    );

    /// <summary>Ends a claim of <see cref="ClaimChecksAsync"/>; durable before this returns.</summary>
    /// <param name="key">The key.</param>
    /// <param name="claimedUntil">Until when it was claimed.</param>
    /// <param name="next">When it is looked up next; none for the end.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>What was recorded; Outdated when the claim counts no more.</returns>
    Task<JournalWrite> EndCheckAsync(
        JournalKey key,
        DateTimeOffset claimedUntil,
        DateTimeOffset? next,
        CancellationToken cancellationToken = default
    );

    /// <summary>Notes that the application has taken note of an entry up to a revision. Repeating it changes nothing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="revision">The <see cref="JournalEntry.Revision"/> that was published.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>What was recorded; the entry stays unpublished when it has changed again since.</returns>
    Task<JournalWrite> MarkPublishedAsync(JournalKey key, long revision, CancellationToken cancellationToken = default);

    /// <summary>Finds the entry of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The entry, or null.</returns>
    Task<JournalEntry?> FindAsync(JournalKey key, CancellationToken cancellationToken = default);

    /// <summary>Finds every entry of an order in an environment, all operations.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The entries, in no particular order.</returns>
    IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        GatewayEnvironment environment,
        OrderReference order,
        CancellationToken cancellationToken = default
    );

    /// <summary>Finds the sales and authorizations of an intent's order, and the latest 200 of its payment method since a time.</summary>
    /// <param name="intent">The intent; without an order or a fingerprint of its method nothing is found by that.</param>
    /// <param name="since">The earliest start of what is found by the method.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The entries of the intent's environment, each once, in no particular order.</returns>
    IAsyncEnumerable<JournalEntry> FindTriesAsync(
        JournalIntent intent,
        DateTimeOffset since,
        CancellationToken cancellationToken = default
    );

    /// <summary>Finds the entries whose outcome names a transaction: usually one, several where a capture keeps the id.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The entries, in no particular order.</returns>
    IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken = default
    );

    /// <summary>Adds up what was done to a transaction: captured, refunded, voided, and what of it is in doubt.</summary>
    /// <param name="original">The transaction.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The amounts, all of them unknown for a transaction that the journal has never seen.</returns>
    Task<OriginalAmounts> GetAmountsAsync(TransactionReference original, CancellationToken cancellationToken = default);

    /// <summary>
    /// Streams the entries that are open, Pending or Unknown, or the duplicate charges, oldest first. An entry that cannot be read is
    /// left out and reported by <see cref="Health"/>; its key stays blocked.
    /// </summary>
    /// <param name="query">Which of them, and how many.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The entries as they are when they are read; one that is resolved meanwhile is left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit of the query is less than 1.</exception>
    IAsyncEnumerable<JournalEntry> GetUnresolvedAsync(
        JournalQuery query,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Streams the entries whose latest revision the application has not taken note of, oldest first. An entry that cannot be read is
    /// left out and reported by <see cref="Health"/>.
    /// </summary>
    /// <param name="limit">The most entries, at least 1.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The entries; of several revisions of one entry only the latest.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Streams every entry whose latest attempt began in a period, oldest first. A journal in memory has forgotten old ones.
    /// </summary>
    /// <param name="from">The earliest beginning, by the journal's clock.</param>
    /// <param name="until">The time before which it began.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>
    /// The entries; without what cannot be read, see <see cref="Health"/>. One that is sent again may be missing or come twice.
    /// </returns>
    IAsyncEnumerable<JournalEntry> GetStartedAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    );

    /// <summary>Counts what is open, in doubt, unpublished or charged twice.</summary>
    /// <param name="environment">The environment; none for all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The counts.</returns>
    Task<JournalCounts> CountAsync(
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    );
}

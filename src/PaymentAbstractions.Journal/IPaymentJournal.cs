using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal;

/// <summary>
/// The record that survives a crash: every intent to move money, recorded before it is sent, and its outcome. It never contains card
/// numbers, security codes, one-time tokens or secrets; of a payment method, it has at most the stored id, the BIN and the last four
/// digits, as the provider shows them.
/// </summary>
/// <remarks>
/// <para>
/// A key is unique in its environment; gateway and account are attributes of its attempts. An entry of the other environment also decides
/// if it has the same account, because then only the environment was wrong. <see cref="JournalRules"/> makes the decisions, the same for
/// every implementation. An implementation ensures that a decision and its record are one step, and durable before the call returns.
/// </para>
/// <para>
/// This type is thread-safe. No lock is held between two calls, so a handler can call the journal again, even for the same key. A token
/// cancels a call that has not begun; a write that has begun is completed, and its result is returned.
/// </para>
/// </remarks>
public interface IPaymentJournal
{
    /// <summary>Whether attempts can start, and the health of the journal.</summary>
    JournalHealth Health { get; }

    /// <summary>
    /// The clock for all times of the journal: that of the host, or that of the database when several hosts share one, so that a host with
    /// a wrong clock concludes nothing from it.
    /// </summary>
    TimeProvider Clock { get; }

    /// <summary>
    /// Decides whether a payment may be sent. When the decision is <see cref="JournalDecisionKind.Started"/>, the intent, with the amount
    /// that it reserves of its original, is durable before the call returns.
    /// </summary>
    /// <param name="intent">The intent.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>
    /// The decision. Only Started permits sending. NotRecorded means that the journal could not make the intent durable: nothing may be
    /// sent, and the result for the caller is NotSent with that reason.
    /// </returns>
    /// <exception cref="PaymentRequestException">The intent is incomplete: no key, no amount where one is needed.</exception>
    Task<JournalDecision> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default);

    /// <summary>Records the outcome of an attempt durably before the call returns. The number of the attempt fences it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="attempt">The number from <see cref="BeginAsync"/>.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="publish">
    /// Whether the outcome is published to the application like a resolution: <see langword="true"/> when no caller waits for the result
    /// any more. An outcome for an attempt that was recorded as Unknown or Pending is always published, unless it is still Unknown.
    /// </param>
    /// <param name="resends">
    /// The <see cref="JournalEntry.Resends"/> of the exchange with this outcome: 0 for the first. The outcome of an earlier exchange does
    /// not end a later one.
    /// </param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>What was recorded. The outcome of a stale attempt is refused and reported, not thrown.</returns>
    Task<JournalWrite> CompleteAsync(
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        int resends = 0,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Permits an open or Unknown attempt to be sent again under its key until a later time, for providers that honor the key. It is
    /// durable before the call returns; until that time, the attempt cannot be declared unsent.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="attempt">The number of the unresolved attempt.</param>
    /// <param name="resends">
    /// The <see cref="JournalEntry.Resends"/> of the entry that was read. If several callers have read the same entry, only one of them can
    /// extend it.
    /// </param>
    /// <param name="sendBy">The new <see cref="JournalIntent.SendBy"/>.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>What was recorded. Only <see cref="JournalWriteStatus.Recorded"/> permits sending.</returns>
    Task<JournalWrite> ExtendAsync(
        JournalKey key,
        int attempt,
        int resends,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads whether an attempt has all of its guards. An attempt that has to wait asks again, a few times a second.</summary>
    /// <param name="key">The key.</param>
    /// <param name="attempt">The number of the attempt from <see cref="BeginAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The turn; not held for an attempt that was superseded.</returns>
    /// <exception cref="JournalUnavailableException">The journal could not be read.</exception>
    Task<JournalTurn> GetTurnAsync(JournalKey key, int attempt, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records what an attempt read under its guards, and decides with it whether the attempt may be sent. It is also called after
    /// <see cref="ExtendAsync"/>, because an attempt that is sent again reads again.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="attempt">The number of the attempt from <see cref="BeginAsync"/>.</param>
    /// <param name="reading">What the attempt read.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>
    /// Started when the reading is durable and the attempt may be sent; otherwise the reason, see <see cref="JournalRules.Amend"/>. The
    /// attempt stays open until <see cref="CompleteAsync"/>.
    /// </returns>
    Task<JournalDecision> AmendAsync(
        JournalKey key,
        int attempt,
        AttemptReading reading,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Records what a look-up, the provider or a person proved later. It is durable before the call returns, audited, and published to the
    /// application at least once. If a person approves a duplicate charge, that only acknowledges it and changes nothing else.
    /// </summary>
    /// <param name="resolution">What was proven, and by whom.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>What was recorded, or the reason why not.</returns>
    Task<JournalWrite> ResolveAsync(JournalResolution resolution, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records how the provider shows a transaction, in the entry that created it, durably before the call returns. A derived result, such
    /// as Reversed, is published when it changes; so is a change of <see cref="JournalObservation.DisputeStatus"/>.
    /// </summary>
    /// <param name="observation">The reading.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>What was recorded: NotFound when no entry created the transaction, Outdated when the journal has a newer reading.</returns>
    Task<JournalWrite> ObserveAsync(JournalObservation observation, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records in the entry that created a transaction that a notification of the provider was processed, durably before the call returns.
    /// The result of the entry does not change, and nothing is published.
    /// </summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="notification">The notification.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>What was recorded: Unchanged when it was already recorded, NotFound when no entry created the transaction.</returns>
    Task<JournalWrite> NoteAsync(
        TransactionReference transaction,
        JournalNotification notification,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Leases an unresolved attempt for one look-up at its provider, durably before the call returns. The finding is recorded with the
    /// <see cref="JournalEntry.LeaseEpoch"/> of the returned entry. When the process ends, the lease expires at its end time.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="revision">The <see cref="JournalEntry.Revision"/> of the entry that was read.</param>
    /// <param name="until">The time until which no other look-up can lease it.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>Recorded with the entry; otherwise the reason, see <see cref="JournalRules.Lease"/>.</returns>
    Task<JournalWrite> LeaseAsync(
        JournalKey key,
        long revision,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    );

    /// <summary>Ends the lease of a look-up that concluded nothing, so that the next one does not have to wait.</summary>
    /// <param name="key">The key.</param>
    /// <param name="epoch">The <see cref="JournalEntry.LeaseEpoch"/> of the look-up.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>What was recorded; Outdated when another look-up has leased the attempt.</returns>
    Task<JournalWrite> EndLeaseAsync(JournalKey key, long epoch, CancellationToken cancellationToken = default);

    /// <summary>
    /// Claims closed payments of a gateway whose <see cref="JournalEntry.NextCheckAt"/> has passed, the longest waiting first: no other
    /// process gets them until a given time. Durable before the call returns. When the process ends, they are due again at that time.
    /// </summary>
    /// <param name="gateway">The configured name of the gateway.</param>
    /// <param name="until">The time until which they are claimed.</param>
    /// <param name="limit">The maximum number, at least 1.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>The payments; empty when none is due or the journal cannot be written, see <see cref="Health"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    Task<IReadOnlyList<JournalEntry>> ClaimChecksAsync(
        string gateway,
        DateTimeOffset until,
        int limit,
        CancellationToken cancellationToken = default
    );

    /// <summary>Ends a claim of <see cref="ClaimChecksAsync"/>, durably before the call returns.</summary>
    /// <param name="key">The key.</param>
    /// <param name="claimedUntil">The time until which it was claimed.</param>
    /// <param name="next">The time of the next check; <see langword="null"/> when there are no more checks.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>What was recorded; Outdated when the claim is no longer valid.</returns>
    Task<JournalWrite> EndCheckAsync(
        JournalKey key,
        DateTimeOffset claimedUntil,
        DateTimeOffset? next,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records that the application has processed an entry up to a revision. The call can be repeated safely.</summary>
    /// <param name="key">The key.</param>
    /// <param name="revision">The <see cref="JournalEntry.Revision"/> that was published.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>What was recorded; the entry stays unpublished when it has changed again.</returns>
    Task<JournalWrite> MarkPublishedAsync(JournalKey key, long revision, CancellationToken cancellationToken = default);

    /// <summary>Finds the entry of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The entry; <see langword="null"/> when there is none.</returns>
    Task<JournalEntry?> FindAsync(JournalKey key, CancellationToken cancellationToken = default);

    /// <summary>Finds all entries of an order in an environment, for all operations.</summary>
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
    /// <param name="intent">The intent. Without an order or a fingerprint of its method, that part of the search finds nothing.</param>
    /// <param name="since">The earliest start of the entries of the method.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The entries of the intent's environment, each once, in no particular order.</returns>
    IAsyncEnumerable<JournalEntry> FindTriesAsync(
        JournalIntent intent,
        DateTimeOffset since,
        CancellationToken cancellationToken = default
    );

    /// <summary>Finds the entries whose outcome has a transaction: usually one, or several when a capture keeps the id.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The entries, in no particular order.</returns>
    IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken = default
    );

    /// <summary>Adds up the movements of a transaction: captured, refunded and voided amounts, and the unresolved ones.</summary>
    /// <param name="original">The transaction.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The amounts; all are <see langword="null"/> for a transaction that is not in the journal.</returns>
    Task<OriginalAmounts> GetAmountsAsync(TransactionReference original, CancellationToken cancellationToken = default);

    /// <summary>
    /// Streams the entries that are open, Pending or Unknown, or the duplicate charges, oldest first. An entry that cannot be read is left
    /// out and reported by <see cref="Health"/>; its key stays blocked.
    /// </summary>
    /// <param name="query">The conditions and the limit.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The entries in their state at the time of the read. An entry that is resolved during the enumeration is left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit of the query is less than 1.</exception>
    IAsyncEnumerable<JournalEntry> GetUnresolvedAsync(
        JournalQuery query,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Streams the entries whose latest revision the application has not processed, oldest first. An entry that cannot be read is left out
    /// and reported by <see cref="Health"/>.
    /// </summary>
    /// <param name="limit">The maximum number of entries, at least 1.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The entries, each with its latest revision.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    );

    /// <summary>Streams all entries whose latest attempt started in a period, oldest first. An in-memory journal has no old ones.</summary>
    /// <param name="from">The earliest start, by the journal's clock.</param>
    /// <param name="until">The time before which the attempts started.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>
    /// The entries, without unreadable ones, see <see cref="Health"/>. One that is sent again meanwhile may be missing or appear twice.
    /// </returns>
    IAsyncEnumerable<JournalEntry> GetStartedAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    );

    /// <summary>Counts the entries that are open, Pending, Unknown, unpublished or duplicate charges.</summary>
    /// <param name="environment">The environment; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The counts.</returns>
    Task<JournalCounts> CountAsync(
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    );
}

using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// Finds out what became of attempts that are open, Pending or Unknown. Runs by itself at the start of a host and on a schedule;
/// here it is asked for on demand.
/// </summary>
/// <remarks>
/// Thread-safe. It looks up and records what is proven: a final state at the provider, or the provider's proof that no money
/// moved. Closed payments are looked up again as long as their provider may change them. It never sends, never voids and never guesses. An attempt is looked up only when nobody can be working on it any more.
/// </remarks>
public interface IPaymentRecovery
{
    /// <summary>
    /// Looks up every attempt that is in doubt and due, also those whose back-off has not passed; then closed payments whose next check is due,
    /// as far as the budget goes. Publishes what was resolved and what changed.
    /// </summary>
    /// <param name="cancellationToken">Ends the work between two look-ups.</param>
    /// <returns>What came of it.</returns>
    Task<RecoveryReport> RecoverAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Looks one attempt up now. One that is closed is looked at for what the provider changed since: another outcome, a refund, a dispute.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="environment">The environment of its gateway; needed when the key is known in both.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>The entry as it is now, or null when the journal has no such key.</returns>
    /// <exception cref="PaymentRequestException">The key is known in both environments, and none is named.</exception>
    Task<JournalEntry?> RecoverAsync(
        IdempotencyKey key,
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists charges of an order that another key had paid, none of them an additional payment. Nothing is voided by itself: refund
    /// or void one of the two, or approve the charge with <see cref="ResolveAsync"/> to take note that it is right.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The entries; <see cref="JournalEntry.DuplicateOf"/> is the other key.</returns>
    IAsyncEnumerable<JournalEntry> GetDuplicateChargesAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists what is open, Pending or Unknown, and why.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The attempts, oldest first.</returns>
    IAsyncEnumerable<UnresolvedPayment> GetUnresolvedAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets a person close what no provider can prove. It is kept who did so and why, and the application hears of it as of any
    /// resolution.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="outcome">What the person found out: Approved, Declined, Rejected or NotSent.</param>
    /// <param name="transaction">The transaction; required when money moved, except for a void.</param>
    /// <param name="who">The person.</param>
    /// <param name="why">What the person knows it from.</param>
    /// <param name="environment">The environment of its gateway; needed when the key is known in both.</param>
    /// <param name="cancellationToken">Ends the waiting while nothing is written.</param>
    /// <returns>What was recorded, or why not: an attempt that may still be sent, or be under way, cannot be declared declined, refused or unsent.</returns>
    /// <exception cref="PaymentRequestException">The key is not known, or known in both environments and none is named; or what was given is incomplete or of another account.</exception>
    Task<JournalWrite> ResolveAsync(
        IdempotencyKey key,
        PaymentOutcome outcome,
        TransactionReference? transaction,
        string who,
        string why,
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    );
}

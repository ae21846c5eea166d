using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// Determines the outcome of attempts that are open, Pending or Unknown. Recovery runs automatically when a host starts and on a
/// schedule; use this interface to run it on demand.
/// </summary>
/// <remarks>
/// Thread-safe. Recovery looks up payments and records what is proven: a final state at the provider, or the provider's proof that no
/// money moved. It looks up closed payments again as long as their provider may change them. It never sends, voids or guesses. It looks
/// up an attempt only when no process can still be working on it.
/// </remarks>
public interface IPaymentRecovery
{
    /// <summary>
    /// Looks up every unresolved attempt that is due, including those whose back-off has not passed; then the closed payments whose next
    /// check is due, within the budget. Publishes resolutions and changes.
    /// </summary>
    /// <param name="cancellationToken">Stops the work between two look-ups.</param>
    /// <returns>The counts of this round.</returns>
    Task<RecoveryReport> RecoverAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Looks up one attempt now. For a closed payment, it looks for later changes at the provider: another outcome, a refund, a dispute.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="environment">The environment of its gateway; required when both environments have the key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The current entry, or <see langword="null"/> when the journal does not have the key.</returns>
    /// <exception cref="PaymentRequestException">Both environments have the key, and none is named.</exception>
    Task<JournalEntry?> RecoverAsync(
        IdempotencyKey key,
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists charges of an order that another key has already paid and that are not additional payments. None is voided automatically:
    /// refund or void one of the two, or approve the charge with <see cref="ResolveAsync"/> to confirm that it is correct.
    /// </summary>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <returns>The entries; <see cref="JournalEntry.DuplicateOf"/> is the other key.</returns>
    IAsyncEnumerable<JournalEntry> GetDuplicateChargesAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the attempts that are open, Pending or Unknown, and the reasons.</summary>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <returns>The attempts, oldest first.</returns>
    IAsyncEnumerable<UnresolvedPayment> GetUnresolvedAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Records a person's decision about a payment that no provider can prove. The journal keeps who decided and why, and the application
    /// is notified as with any resolution.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="outcome">The outcome that the person found: Approved, Declined, Rejected or NotSent.</param>
    /// <param name="transaction">The transaction; required when money moved, except for a void.</param>
    /// <param name="who">The person.</param>
    /// <param name="why">The evidence that the person has.</param>
    /// <param name="environment">The environment of its gateway; required when both environments have the key.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <returns>
    /// What was recorded, or why it was not. An attempt that may still be sent or be in progress cannot be resolved as Declined, Rejected
    /// or NotSent.
    /// </returns>
    /// <exception cref="PaymentRequestException">
    /// The key is not known, or both environments have it and none is named; or the arguments are incomplete or belong to another account.
    /// </exception>
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

namespace PaymentAbstractions;

/// <summary>Compares the journal with the provider's transactions for a period. Changes nothing on either side.</summary>
/// <remarks>
/// <para>
/// Both sides are streamed with a window of two hours in memory, so a period may have any number of payments. When a provider can list the
/// transactions of only one customer at a time, the transactions of all customers of the period are held in memory.
/// </para>
/// <para>
/// A transaction is matched by its id, or by its idempotency key where the provider returns it. A payment that a list does not contain is
/// looked up by its id before it is reported as missing, because a list can be incomplete or late, and clocks differ. When a provider
/// lists only some transactions, or none, transactions that the journal does not know cannot all be found; a line reports this.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public interface IPaymentReconciliation
{
    /// <summary>Compares a period. Can be repeated and stopped safely.</summary>
    /// <param name="period">The gateway and the period.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    /// <returns>
    /// One line for each payment that was sent according to the journal, and for each transaction that the journal does not know, roughly
    /// in order of time. Payments that were never sent are not compared.
    /// </returns>
    /// <exception cref="PaymentRequestException">
    /// No gateway has this name, or the period is empty. All problems are listed; nothing was read.
    /// </exception>
    /// <exception cref="PaymentReadException">
    /// The provider's list cannot be read any further. The lines returned so far are valid.
    /// </exception>
    /// <exception cref="Journal.JournalUnavailableException">
    /// The journal cannot be read any further. The lines returned so far are valid.
    /// </exception>
    IAsyncEnumerable<ReconciledPayment> CompareAsync(
        ReconciliationPeriod period,
        CancellationToken cancellationToken = default
    );
}

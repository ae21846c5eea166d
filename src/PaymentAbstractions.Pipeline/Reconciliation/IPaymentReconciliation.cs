namespace PaymentAbstractions;

/// <summary>Compares what the journal knows of a period with what the provider shows. It reads, and changes nothing on either side.</summary>
/// <remarks>
/// <para>
/// Both sides are streamed, and of each only a window of two hours is held, so that a period may have any number of payments. Where a provider
/// lists the transactions of one customer at a time, those of every customer of the period are held.
/// </para>
/// <para>
/// A transaction is recognized by its id, or by the key that it was made under where the provider repeats it. What a list does not show is
/// asked for by its id before it is called missing: a list may be cut or late, and clocks differ. A provider that lists only a part, or
/// nothing, cannot show what the journal does not know; a line says so.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public interface IPaymentReconciliation
{
    /// <summary>Compares a period. May be repeated and stopped safely.</summary>
    /// <param name="period">Which gateway, and which payments.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// A line for each payment that the journal has sent and for each transaction that it does not know, roughly in the order of time. What was
    /// never sent is not compared.
    /// </returns>
    /// <exception cref="PaymentRequestException">There is no such gateway, or the period is none. All problems are listed; nothing was read.</exception>
    /// <exception cref="PaymentReadException">The provider's list cannot be read on. The lines before hold.</exception>
    /// <exception cref="Journal.JournalUnavailableException">The journal cannot be read on. The lines before hold.</exception>
    IAsyncEnumerable<ReconciledPayment> CompareAsync(
        ReconciliationPeriod period,
        CancellationToken cancellationToken = default
    );
}

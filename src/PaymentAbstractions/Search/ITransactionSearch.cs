namespace PaymentAbstractions;

/// <summary>
/// Optional capability: lists transactions as the provider shows them now. It moves no money and records nothing. Get it from the gateway
/// with <c>TryGet</c>; <see cref="GatewayCapabilities.Search"/> shows whether it exists, and what it cannot list.
/// </summary>
/// <remarks>This type is thread-safe.</remarks>
public interface ITransactionSearch
{
    /// <summary>Lists transactions, oldest first. Pages are read as the list is enumerated. The call can be repeated safely.</summary>
    /// <param name="query">The conditions for the transactions.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>
    /// The transactions, each once, with the data of their list rows. Amounts that only the captures and refunds of a transaction show are
    /// missing; <see cref="IPaymentGateway.FindAsync"/> reads them. A transaction whose row does not show a value that the query asks for
    /// is included, so that none is hidden. A transaction that is created or changed during the enumeration may be missing.
    /// </returns>
    /// <exception cref="PaymentRequestException">The query is not valid; nothing was sent. The exception lists all problems.</exception>
    /// <exception cref="PaymentReadException">A page cannot be read. The transactions before it have been returned.</exception>
    IAsyncEnumerable<TransactionState> SearchAsync(
        TransactionQuery query,
        CancellationToken cancellationToken = default
    );
}

namespace PaymentAbstractions;

/// <summary>
/// Optional capability: lists transactions as the provider shows them now. Moves no money and records nothing. Ask the gateway with
/// <c>TryGet</c>; <see cref="GatewayCapabilities.Search"/> says whether there is one, and what it cannot list.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public interface ITransactionSearch
{
    /// <summary>Lists transactions, oldest first, page by page while the list is read. May be repeated safely.</summary>
    /// <param name="query">Which transactions.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// The transactions, each once, with what their row shows: amounts that only the captures and refunds of a transaction show are absent,
    /// and <see cref="IPaymentGateway.FindAsync"/> reads them. One that does not show what a query asks about is listed, so that none is
    /// hidden. One that is made or changed meanwhile may be missing or not.
    /// </returns>
    /// <exception cref="PaymentRequestException">The query cannot be sent; nothing was. All problems are listed.</exception>
    /// <exception cref="PaymentReadException">A page cannot be read. The transactions before it were listed.</exception>
    IAsyncEnumerable<TransactionState> SearchAsync(
        TransactionQuery query,
        CancellationToken cancellationToken = default
    );
}

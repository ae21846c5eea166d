namespace PaymentAbstractions;

/// <summary>Wraps a provider's lists of transactions and validates each query before it is sent, with the rules for payments.</summary>
internal sealed class CheckedSearch(ConfiguredGateway gateway, ITransactionSearch inner) : ITransactionSearch
{
    public IAsyncEnumerable<TransactionState> SearchAsync(
        TransactionQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        gateway.ThrowIfInvalid(query);
        return inner.SearchAsync(query, cancellationToken);
    }
}

namespace PaymentAbstractions;

/// <summary>A provider's lists of transactions behind the rules that payments pass, so that no query is sent that cannot be right.</summary>
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

using System.Runtime.CompilerServices;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

// Lists of transactions. The pipeline and the rules have validated the query. Source: core API reference, collections. It is not documented
// that filters are applied, so every row is checked.
internal sealed partial class RebillyAdapter : ITransactionSearch
{
    public async IAsyncEnumerable<TransactionState> SearchAsync(
        TransactionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var own = query.OptionsOf<RebillyQueryOptions>() ?? new RebillyQueryOptions();
        var collection = new CollectionQuery("transactions")
        {
            Filter = FilterOf(query, own),
            From = query.From,
            Until = query.Until,
            Search = own.Search,
            Sort = own.Sort ?? CollectionQuery.OldestFirst,
            Expand = own.Expand,
        };
        await foreach (var row in ListAsync(collection, cancellationToken).ConfigureAwait(false))
        {
            if (Listed(TransactionReader.Read(row), query, query.CustomerId) is { } state)
            {
                yield return state;
            }
        }
    }

    private static string FilterOf(TransactionQuery query, RebillyQueryOptions own)
    {
        var types = string.Join(',', query.Operations.Distinct().SelectMany(Vocabulary.TypesOf));
        string?[] all =
        [
            query.CustomerId is { } customer ? $"customerId:{customer}" : null,
            types.Length > 0 ? $"type:{types}" : null,
            own.Filter,
        ];
        return string.Join(';', all.Where(one => !string.IsNullOrEmpty(one)));
    }
}

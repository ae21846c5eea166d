using System.Runtime.CompilerServices;

namespace PaymentAbstractions.VirtualTerminal;

// Lists the unsettled transactions of one customer. Source: the page on tasks; the other lists are not implemented at the provider. The
// list is one answer without pages.
internal sealed partial class VirtualTerminalAdapter : ITransactionSearch
{
    public async IAsyncEnumerable<TransactionState> SearchAsync(
        TransactionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        const string what = "The list of transactions";
        var customer = await FindCustomerIdAsync(query.CustomerId!, cancellationToken).ConfigureAwait(false);
        var answer = customer is null
            ? null
            : await ReadOrNoneAsync(UnsettledOf(customer), what, RefusalReader.IsCustomerNotFound, cancellationToken)
                .ConfigureAwait(false);
        if (answer is null)
        {
            yield break;
        }

        var rows = ReadList(answer) ?? throw CannotRead(what, answer);
        foreach (var row in rows.OrderBy(row => row.CreatedAt is null).ThenBy(row => row.CreatedAt))
        {
            if (Listed(row, query, customer) is { } state)
            {
                yield return state;
            }
        }
    }
}

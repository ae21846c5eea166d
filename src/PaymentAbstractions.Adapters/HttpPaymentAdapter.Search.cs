namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    /// <summary>Creates the result of a list row, for <see cref="ITransactionSearch"/>.</summary>
    /// <param name="row">The facts in the row. They must include an id, because a row without one must not be left out.</param>
    /// <param name="query">The query. The row is checked against it, regardless of the filter that was sent.</param>
    /// <param name="customerId">The provider's own id of the customer; <see langword="null"/> when the query names none.</param>
    /// <returns>The transaction; <see langword="null"/> when the row does not match the query.</returns>
    /// <exception cref="PaymentReadException">The row has no id of a transaction.</exception>
    protected TransactionState? Listed(ProviderTransaction row, TransactionQuery query, string? customerId = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(query);
        if (Reference(row.Id) is null)
        {
            throw new PaymentReadException(
                $"A row of the list at '{Context.Name}' has no transaction id; the transactions before it have been returned.",
                PaymentReason.NoTrustworthyAnswer
            );
        }

        AdapterMeter.Unreadable(Context.Name, row.UnreadableFields);
        // Without the answer, because a page is not the answer of a single transaction.
        return
            IsOrAbsent(row.CustomerId, customerId)
            && (
                query.Operations.Count == 0
                || row.Type == PaymentOperation.Unknown
                || query.Operations.Contains(row.Type)
            )
            && (row.CreatedAt is not { } made || ((query.From is null || made >= query.From) && !(made >= query.Until)))
            ? StateOf(row, expected: null)
            : null;
    }

    /// <summary>Masks the account's secrets and card data in a text of the provider.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The masked text; <see langword="null"/> when there is none.</returns>
    protected string? Masked(string? text) => new Masking(_profile.Secrets, method: null).Text(text);
}

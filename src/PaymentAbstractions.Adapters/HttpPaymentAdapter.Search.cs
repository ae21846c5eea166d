namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    /// <summary>Concludes what the row of a list shows, for <see cref="ITransactionSearch"/>.</summary>
    /// <param name="row">The facts that the row shows. An id must be among them: a row without one must not be left out.</param>
    /// <param name="query">What was asked for. The row is checked against it, whatever filter was sent.</param>
    /// <param name="customerId">The provider's own id of the customer; <see langword="null"/> when the query names none.</param>
    /// <returns>The transaction; <see langword="null"/> when the row shows that it is none of those that were asked for.</returns>
    /// <exception cref="PaymentReadException">The row has no id of a transaction.</exception>
    protected TransactionState? Listed(ProviderTransaction row, TransactionQuery query, string? customerId = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(query);
        if (Reference(row.Id) is null)
        {
            throw new PaymentReadException(
                $"A row of the list at '{Context.Name}' shows no id of a transaction; those before it were listed.",
                PaymentReason.NoTrustworthyAnswer
            );
        }

        AdapterMeter.Unreadable(Context.Name, row.UnreadableFields);
        // Without the answer: a page is no transaction's own.
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

    /// <summary>Masks what the account's secrets and card data look like in a text of the provider.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The masked text; <see langword="null"/> when there is none.</returns>
    protected string? Masked(string? text) => new Masking(_profile.Secrets, method: null).Text(text);
}

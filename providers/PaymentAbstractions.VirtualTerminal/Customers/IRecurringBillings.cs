namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Optional capability of this provider: shows the recurring billings of a customer. Ask the gateway with <c>TryGet</c>.</summary>
/// <remarks>Thread-safe. Moves no money. The API has no operation that sets one up, changes it or ends it.</remarks>
public interface IRecurringBillings
{
    /// <summary>Reads the recurring billings of a customer.</summary>
    /// <param name="customerId">The id of the customer, as payments name it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The billings; <see langword="null"/> when the provider does not know the customer.</returns>
    /// <exception cref="PaymentRequestException">The id cannot be sent; nothing was.</exception>
    /// <exception cref="PaymentReadException">They cannot be read.</exception>
    Task<ValueList<RecurringBilling>?> GetRecurringBillingsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    );
}

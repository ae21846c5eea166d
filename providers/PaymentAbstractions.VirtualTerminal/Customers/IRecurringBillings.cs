namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// An optional capability of this provider: reads the recurring billings of a customer. Get it from a gateway with <c>TryGet</c>.
/// </summary>
/// <remarks>Thread-safe. It moves no money. The API has no operation that creates, changes or ends a recurring billing.</remarks>
public interface IRecurringBillings
{
    /// <summary>Reads the recurring billings of a customer.</summary>
    /// <param name="customerId">The id of the customer, as used in payments.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The billings; <see langword="null"/> when the provider does not know the customer.</returns>
    /// <exception cref="PaymentRequestException">The id is invalid; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">The billings cannot be read.</exception>
    Task<ValueList<RecurringBilling>?> GetRecurringBillingsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    );
}

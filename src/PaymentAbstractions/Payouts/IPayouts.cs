namespace PaymentAbstractions;

/// <summary>
/// Optional capability: manages payout requests, which state what is to be paid out to a customer. It moves no money. Get it from the
/// gateway with <c>TryGet</c>; <see cref="GatewayCapabilities.Payouts"/> shows whether it exists.
/// </summary>
/// <remarks>
/// <para>
/// Money is paid out only by <see cref="IPaymentGateway.CreditAsync"/> with <see cref="CreditRequest.PayoutId"/>. The credit runs through
/// the journal like every payment, and moves money at most once under its key.
/// </para>
/// <para>
/// Writes return a <see cref="PayoutResult"/>. Reads return the data or throw a <see cref="PaymentReadException"/>; <see langword="null"/>
/// means that the provider does not know it. Nothing is written to the journal.
/// </para>
/// <para>This type is thread-safe.</para>
/// </remarks>
public interface IPayouts
{
    /// <summary>Creates a payout request, or updates the one with the merchant's own id.</summary>
    /// <remarks>
    /// With <see cref="PayoutRequest.Id"/>, the call can be repeated safely. Without it, each call creates another request: when the
    /// outcome is <see cref="PaymentOutcome.Unknown"/>, look for the request with <see cref="ListAsync"/> before you repeat the call.
    /// </remarks>
    /// <param name="request">The complete payout request, even if it already exists.</param>
    /// <param name="cancellationToken">A token that cancels the exchange.</param>
    /// <returns>Whether the provider stored the payout request as it was given.</returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent. The exception lists all problems.</exception>
    Task<PayoutResult> RequestAsync(PayoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a payout request. The call can be repeated safely.</summary>
    /// <param name="payoutId">The merchant's id, or the id that the provider assigned.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The payout request; <see langword="null"/> when the provider does not know it.</returns>
    /// <exception cref="PaymentRequestException">The id is not valid; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">The payout request cannot be read.</exception>
    Task<Payout?> GetAsync(string payoutId, CancellationToken cancellationToken = default);

    /// <summary>Lists payout requests. Pages are read as the list is enumerated.</summary>
    /// <remarks>
    /// If it is not documented that the provider lists only the requests of one customer, every row is checked, so that no other customer's
    /// request is listed. That may read the whole list.
    /// </remarks>
    /// <param name="customerId">The id of the customer; <see langword="null"/> for the payout requests of the whole account.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The payout requests, each once. A request that is created during the enumeration may be missing.</returns>
    /// <exception cref="PaymentRequestException">The id is not valid; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">A page cannot be read. The payout requests before it have been returned.</exception>
    IAsyncEnumerable<Payout> ListAsync(string? customerId = null, CancellationToken cancellationToken = default);

    /// <summary>Cancels a payout request, so that nothing more is paid out for it. The call can be repeated safely.</summary>
    /// <param name="request">The payout request and the reason.</param>
    /// <param name="cancellationToken">A token that cancels the exchange.</param>
    /// <returns>
    /// Approved when the request is canceled, or was canceled before; Rejected with <see cref="PaymentReason.NotFound"/> when the provider
    /// does not know it.
    /// </returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent. The exception lists all problems.</exception>
    Task<PayoutResult> CancelAsync(CancelPayoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the stored payment methods that a payout request can be paid to. The call can be repeated safely.</summary>
    /// <param name="payoutId">The id of the payout request.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The methods in the provider's order; a method appears more than once when several gateways can pay to it.</returns>
    /// <exception cref="PaymentRequestException">The id is not valid; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">
    /// The methods cannot be read; with <see cref="PaymentReason.NotFound"/> when the provider does not know the payout request.
    /// </exception>
    Task<ValueList<PayoutPaymentMethod>> ListPaymentMethodsAsync(
        string payoutId,
        CancellationToken cancellationToken = default
    );
}

namespace PaymentAbstractions;

/// <summary>
/// Optional capability: keeps payout requests, which say what is to be paid out to a customer. Moves no money. Ask the gateway with
/// <c>TryGet</c>; <see cref="GatewayCapabilities.Payouts"/> says whether it is there.
/// </summary>
/// <remarks>
/// <para>
/// Money is paid out only by <see cref="IPaymentGateway.CreditAsync"/>, with <see cref="CreditRequest.PayoutId"/>: it runs through the
/// journal like every payment, and moves at most once under its key.
/// </para>
/// <para>
/// What is written ends with a <see cref="PayoutResult"/>. What is read is returned, or a <see cref="PaymentReadException"/> says why it
/// cannot be read; <see langword="null"/> means that the provider does not know it. Nothing of it is written to the journal.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public interface IPayouts
{
    /// <summary>Creates a payout request, or updates the one with the merchant's own id.</summary>
    /// <remarks>
    /// With <see cref="PayoutRequest.Id"/> the call may be repeated safely. Without it each call creates another request: when the outcome
    /// is <see cref="PaymentOutcome.Unknown"/>, look for it with <see cref="ListAsync"/> before you repeat the call.
    /// </remarks>
    /// <param name="request">What is to be paid out; whole, also when it exists already.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Whether the provider holds the payout request as it was given.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was. All problems are listed.</exception>
    Task<PayoutResult> RequestAsync(PayoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a payout request. May be repeated safely.</summary>
    /// <param name="payoutId">The merchant's id, or the one that the provider gave.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The payout request; <see langword="null"/> when the provider does not know it.</returns>
    /// <exception cref="PaymentRequestException">The id cannot be sent; nothing was.</exception>
    /// <exception cref="PaymentReadException">The payout request cannot be read.</exception>
    Task<Payout?> GetAsync(string payoutId, CancellationToken cancellationToken = default);

    /// <summary>Lists payout requests, page by page while the list is read.</summary>
    /// <remarks>
    /// Where it is not documented that the provider lists one customer's alone, every row is checked, so that no other customer's is listed;
    /// the whole list may be read for that.
    /// </remarks>
    /// <param name="customerId">Whose payout requests; <see langword="null"/> for those of the whole account.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The payout requests, each once. One that is created meanwhile may be missing or not.</returns>
    /// <exception cref="PaymentRequestException">The id cannot be sent; nothing was.</exception>
    /// <exception cref="PaymentReadException">A page cannot be read. The payout requests before it were listed.</exception>
    IAsyncEnumerable<Payout> ListAsync(string? customerId = null, CancellationToken cancellationToken = default);

    /// <summary>Cancels a payout request, so that nothing more is paid out for it. May be repeated safely.</summary>
    /// <param name="request">Which one, and why.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>
    /// Approved when it is canceled, also when it was before; Rejected with <see cref="PaymentReason.NotFound"/> when the provider does not
    /// know it.
    /// </returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was. All problems are listed.</exception>
    Task<PayoutResult> CancelAsync(CancelPayoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the stored payment methods that a payout request can be paid to. May be repeated safely.</summary>
    /// <param name="payoutId">The id of the payout request.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The methods in the provider's order; one comes more than once when several gateways can pay to it.</returns>
    /// <exception cref="PaymentRequestException">The id cannot be sent; nothing was.</exception>
    /// <exception cref="PaymentReadException">
    /// The methods cannot be read; with <see cref="PaymentReason.NotFound"/> when the provider does not know the payout request.
    /// </exception>
    Task<ValueList<PayoutPaymentMethod>> ListPaymentMethodsAsync(
        string payoutId,
        CancellationToken cancellationToken = default
    );
}

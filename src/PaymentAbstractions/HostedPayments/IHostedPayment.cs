namespace PaymentAbstractions;

/// <summary>
/// Optional capability: the customer enters the card at the provider, so that no card data passes through the shop's server. Ask the
/// gateway with <c>TryGet</c>; <see cref="GatewayCapabilities.Hosted"/> says what it can do.
/// </summary>
/// <remarks>
/// <para>
/// Start with a request whose method is <see cref="CustomerChoicePaymentMethod"/> and which has a
/// <see cref="PaymentMethodRequest.ReturnUrl"/>, lead the customer through the <see cref="NextAction"/> of the result, and complete with the
/// same request, under the same key, and with what the browser brought back. It is the same code for every provider; where the money
/// moves differs: at some when the payment is completed, at others as soon as the customer approves it there.
/// </para>
/// <para>
/// Charges run through the journal like every other payment. Starting again under a key that is known answers what became of it, and
/// completing again answers the same result: money moves once. What the browser brings back is not trusted and proves nothing. A
/// completion in doubt is <see cref="PaymentOutcome.Unknown"/>; it is looked up, and sent again only where the provider honors the key.
/// </para>
/// <para>
/// Keep the request as it was started and complete with that: the provider's form has the amount of the start. Have one return address for
/// each attempt, and do not take the order out of the session. After a decline start under a new key. The address that the browser comes
/// back to may carry a token: redirect away from it, and keep it out of access logs.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public interface IHostedPayment
{
    /// <summary>Starts a charge whose payment method the customer enters at the provider.</summary>
    /// <param name="request">The charge, with <see cref="CustomerChoicePaymentMethod"/> and an address to return to.</param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>
    /// Pending with a next action; what became of the payment, when its key is known; NotSent or Rejected when the provider's page cannot
    /// be had, and the same key may be tried again.
    /// </returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    Task<PaymentResult> StartAsync(ChargeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Completes a charge whose customer has come back.</summary>
    /// <param name="request">The request that it was started with.</param>
    /// <param name="returnedFields">
    /// The query and form fields that the browser brought to the return address, as they came. Do not log them.
    /// </param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>What is proven about the payment.</returns>
    /// <exception cref="PaymentRequestException">
    /// The request cannot be sent, or what was brought back is not what the provider gives; nothing was sent.
    /// </exception>
    Task<PaymentResult> CompleteAsync(
        ChargeRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken = default
    );

    /// <summary>Starts to store a payment method that the customer enters at the provider. Moves no money.</summary>
    /// <param name="request">For whom, with <see cref="CustomerChoicePaymentMethod"/> and an address to return to.</param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>Pending with a next action; NotSent or Rejected when the provider's page cannot be had.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    Task<VaultResult> StartAsync(StorePaymentMethodRequest request, CancellationToken cancellationToken = default);

    /// <summary>Stores the payment method of a customer who has come back.</summary>
    /// <param name="request">The request that it was started with.</param>
    /// <param name="returnedFields">
    /// The query and form fields that the browser brought to the return address, as they came. Do not log them.
    /// </param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>
    /// Approved with the id of the method. Rejected when it was completed before, or is not what the provider gave; Unknown in doubt: list
    /// the customer's methods before the customer is asked again.
    /// </returns>
    /// <exception cref="PaymentRequestException">
    /// The request cannot be sent, or what was brought back is not what the provider gives; nothing was sent.
    /// </exception>
    Task<VaultResult> CompleteAsync(
        StorePaymentMethodRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken = default
    );
}

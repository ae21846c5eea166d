namespace PaymentAbstractions;

/// <summary>
/// Optional capability: the customer enters the card at the provider, so that no card data passes through the shop's server. Get it from
/// the gateway with <c>TryGet</c>; <see cref="GatewayCapabilities.Hosted"/> shows what it can do.
/// </summary>
/// <remarks>
/// <para>
/// Start with a request whose method is <see cref="CustomerChoicePaymentMethod"/> and that has a
/// <see cref="PaymentMethodRequest.ReturnUrl"/>, guide the customer through the <see cref="NextAction"/> of the result, and complete with
/// the same request, under the same key, and with the fields that the browser brought back. The code is the same for every provider, but
/// the time at which money moves differs: at some providers when the payment is completed, at others as soon as the customer approves it
/// there.
/// </para>
/// <para>
/// Charges run through the journal like every other payment. Starting again under a known key returns the result of that payment, and
/// completing again returns the same result: money moves once. The fields that the browser brings back are not trusted and prove nothing. A
/// completion whose outcome is unknown is <see cref="PaymentOutcome.Unknown"/>; it is looked up, and sent again only if the provider honors
/// the key.
/// </para>
/// <para>
/// Keep the request as it was started and complete with it, because the provider's form has the amount of the start. Use one return address
/// for each attempt, and do not take the order from the session. After a decline, start under a new key. The address that the browser
/// returns to may contain a token: redirect away from it, and keep it out of access logs.
/// </para>
/// <para>This type is thread-safe.</para>
/// </remarks>
public interface IHostedPayment
{
    /// <summary>Starts a charge whose payment method the customer enters at the provider.</summary>
    /// <param name="request">The charge, with <see cref="CustomerChoicePaymentMethod"/> and a return address.</param>
    /// <param name="cancellationToken">A token that ends the wait for the result.</param>
    /// <returns>
    /// Pending with a next action; the result of the payment, when its key is known; NotSent or Rejected when the provider's page is not
    /// available, in which case the same key can be used again.
    /// </returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent.</exception>
    Task<PaymentResult> StartAsync(ChargeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Completes a charge after the customer has come back.</summary>
    /// <param name="request">The request that the charge was started with.</param>
    /// <param name="returnedFields">
    /// The query and form fields that the browser brought to the return address, unchanged. Do not log them.
    /// </param>
    /// <param name="cancellationToken">A token that ends the wait for the result.</param>
    /// <returns>The proven outcome of the payment.</returns>
    /// <exception cref="PaymentRequestException">
    /// The request is not valid, or the returned fields are not those that the provider gives. Nothing was sent.
    /// </exception>
    Task<PaymentResult> CompleteAsync(
        ChargeRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken = default
    );

    /// <summary>Starts storing a payment method that the customer enters at the provider. Moves no money.</summary>
    /// <param name="request">The customer, with <see cref="CustomerChoicePaymentMethod"/> and a return address.</param>
    /// <param name="cancellationToken">A token that ends the wait for the result.</param>
    /// <returns>Pending with a next action; NotSent or Rejected when the provider's page is not available.</returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent.</exception>
    Task<VaultResult> StartAsync(StorePaymentMethodRequest request, CancellationToken cancellationToken = default);

    /// <summary>Stores the payment method after the customer has come back.</summary>
    /// <param name="request">The request that the setup was started with.</param>
    /// <param name="returnedFields">
    /// The query and form fields that the browser brought to the return address, unchanged. Do not log them.
    /// </param>
    /// <param name="cancellationToken">A token that ends the wait for the result.</param>
    /// <returns>
    /// Approved with the id of the method. Rejected when it was already completed, or when the fields are not those that the provider gave.
    /// Unknown when the outcome is not known; in that case, list the customer's methods before you ask the customer again.
    /// </returns>
    /// <exception cref="PaymentRequestException">
    /// The request is not valid, or the returned fields are not those that the provider gives. Nothing was sent.
    /// </exception>
    Task<VaultResult> CompleteAsync(
        StorePaymentMethodRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken = default
    );
}

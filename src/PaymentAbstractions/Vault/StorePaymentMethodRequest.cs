namespace PaymentAbstractions;

/// <summary>A request to store a payment method for a customer.</summary>
public sealed record StorePaymentMethodRequest
{
    /// <summary>The id of the customer, as payment requests name it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>
    /// A token, a card or a bank account. <see cref="CustomerChoicePaymentMethod"/> when the customer enters it at the provider with
    /// <see cref="IHostedPayment"/>.
    /// </summary>
    public required PaymentMethod PaymentMethod { get; init; }

    /// <summary>The address that the method is registered with.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>
    /// The address to which the provider sends the customer after entering the method. Only for <see cref="IHostedPayment"/>.
    /// </summary>
    public Uri? ReturnUrl { get; init; }
}

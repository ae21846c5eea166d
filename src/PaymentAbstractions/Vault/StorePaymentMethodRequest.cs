namespace PaymentAbstractions;

/// <summary>Asks to store a payment method for a customer.</summary>
public sealed record StorePaymentMethodRequest
{
    /// <summary>The id of the customer, as payments name it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>
    /// A token, a card or a bank account; <see cref="CustomerChoicePaymentMethod"/> when the customer enters it at the provider, with
    /// <see cref="IHostedPayment"/>.
    /// </summary>
    public required PaymentMethod PaymentMethod { get; init; }

    /// <summary>The address that the method is registered under.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>Where the provider sends the customer who has entered the method there. Only for <see cref="IHostedPayment"/>.</summary>
    public Uri? ReturnUrl { get; init; }
}

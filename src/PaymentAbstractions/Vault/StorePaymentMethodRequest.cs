namespace PaymentAbstractions;

/// <summary>Asks to store a payment method for a customer.</summary>
public sealed record StorePaymentMethodRequest
{
    /// <summary>The id of the customer, as payments name it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>A token, a card or a bank account.</summary>
    public required PaymentMethod PaymentMethod { get; init; }

    /// <summary>The address that the method is registered under.</summary>
    public Address? BillingAddress { get; init; }
}

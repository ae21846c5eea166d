namespace PaymentAbstractions;

/// <summary>Asks to change what is stored of a payment method. What is not given stays as it is.</summary>
public sealed record UpdatePaymentMethodRequest
{
    /// <summary>The id of the customer, as payments name it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The provider's id of the method.</summary>
    public required string PaymentMethodId { get; init; }

    /// <summary>A token with the new card or account. Give it alone or with a billing address.</summary>
    public PaymentToken? Token { get; init; }

    /// <summary>The month of expiry, 1 to 12. Give it with <see cref="ExpiryYear"/>.</summary>
    public int? ExpiryMonth { get; init; }

    /// <summary>The year of expiry, four digits. Give it with <see cref="ExpiryMonth"/>.</summary>
    public int? ExpiryYear { get; init; }

    /// <summary>The address that the method is registered under.</summary>
    public Address? BillingAddress { get; init; }
}

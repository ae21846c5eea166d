namespace PaymentAbstractions;

/// <summary>A request to change the stored data of a payment method. Values that are not given do not change.</summary>
public sealed record UpdatePaymentMethodRequest
{
    /// <summary>The id of the customer, as payment requests name it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The provider's id of the method.</summary>
    public required string PaymentMethodId { get; init; }

    /// <summary>A token with the new card or account. It can be combined only with a billing address.</summary>
    public PaymentToken? Token { get; init; }

    /// <summary>The month of expiry, 1 to 12. Requires <see cref="ExpiryYear"/>.</summary>
    public int? ExpiryMonth { get; init; }

    /// <summary>The year of expiry, four digits. Requires <see cref="ExpiryMonth"/>.</summary>
    public int? ExpiryYear { get; init; }

    /// <summary>The address that the method is registered with.</summary>
    public Address? BillingAddress { get; init; }
}

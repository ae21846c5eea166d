namespace PaymentAbstractions;

/// <summary>A payment method as the provider's vault shows it.</summary>
/// <remarks>Instances are immutable and compare by value. They hold no secrets.</remarks>
public sealed record VaultPaymentMethod
{
    /// <summary>The provider's id of the method.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the customer, as requests name it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>What is known about the card or account: brand, last four digits, expiry date.</summary>
    public PaymentMethodDetails Details { get; init; } = PaymentMethodDetails.None;

    /// <summary>Whether it can be charged, as far as the provider reports it.</summary>
    public VaultPaymentMethodStatus Status { get; init; }

    /// <summary>The name and the address that it is registered with.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>When it was stored, if the provider reports it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Creates the payment method of a request.</summary>
    /// <returns>The stored method, with the brand of the card.</returns>
    public StoredPaymentMethod ToPaymentMethod() => PaymentMethod.Stored(Id) with { Brand = Details?.Brand ?? default };
}

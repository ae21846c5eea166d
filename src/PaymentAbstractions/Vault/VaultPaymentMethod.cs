namespace PaymentAbstractions;

/// <summary>A payment method as the provider's vault shows it.</summary>
/// <remarks>Immutable, compares by value. Holds no secret.</remarks>
public sealed record VaultPaymentMethod
{
    /// <summary>The provider's id of the method.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the customer, as requests name it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>What is known of the card or account: brand, last four, expiry.</summary>
    public PaymentMethodDetails Details { get; init; } = PaymentMethodDetails.None;

    /// <summary>Whether it can be charged, as far as the provider tells it.</summary>
    public VaultPaymentMethodStatus Status { get; init; }

    /// <summary>The name and address that it is registered under.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>When it was stored, where the provider tells it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Makes the payment method of a request from it.</summary>
    /// <returns>The stored method, with the brand of the card.</returns>
    public StoredPaymentMethod ToPaymentMethod() => PaymentMethod.Stored(Id) with { Brand = Details?.Brand ?? default };
}

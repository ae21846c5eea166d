namespace PaymentAbstractions;

/// <summary>A customer as the provider's vault shows it.</summary>
/// <remarks>Immutable, compares by value. Holds no secret.</remarks>
public sealed record VaultCustomer
{
    /// <summary>
    /// The id by which requests name the customer: the merchant's own where <see cref="VaultCapabilities.OwnCustomerIds"/> is true.
    /// </summary>
    /// <value><see langword="null"/> for a customer that somebody created at the provider without an id of the merchant.</value>
    public required string? Id { get; init; }

    /// <summary>The provider's id; the same as <see cref="Id"/> where the provider takes the merchant's.</summary>
    public required string ProviderId { get; init; }

    /// <summary>The name of the customer or of its contact person, as one text, as far as the provider keeps one.</summary>
    public string? Name { get; init; }

    /// <summary>The address, as far as the provider keeps one.</summary>
    public Address? Address { get; init; }

    /// <summary>The id of the customer's default payment method, where the provider has one.</summary>
    public string? DefaultPaymentMethodId { get; init; }

    /// <summary>When the customer was stored, where the provider tells it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}

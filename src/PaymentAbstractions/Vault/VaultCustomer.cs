namespace PaymentAbstractions;

/// <summary>A customer as the provider's vault shows it.</summary>
/// <remarks>Instances are immutable and compare by value. They hold no secrets.</remarks>
public sealed record VaultCustomer
{
    /// <summary>
    /// The id by which requests name the customer: the merchant's own if <see cref="VaultCapabilities.OwnCustomerIds"/> is
    /// <see langword="true"/>.
    /// </summary>
    /// <value><see langword="null"/> for a customer that was created at the provider without an id of the merchant.</value>
    public required string? Id { get; init; }

    /// <summary>The provider's id; the same as <see cref="Id"/> if the provider uses the merchant's id.</summary>
    public required string ProviderId { get; init; }

    /// <summary>The name of the customer or of its contact person, as one text, if the provider stores one.</summary>
    public string? Name { get; init; }

    /// <summary>The address, if the provider stores one.</summary>
    public Address? Address { get; init; }

    /// <summary>The id of the customer's default payment method, if the provider has one.</summary>
    public string? DefaultPaymentMethodId { get; init; }

    /// <summary>When the customer was stored, if the provider reports it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}

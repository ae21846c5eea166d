namespace PaymentAbstractions.Conformance;

/// <summary>Who pays, and how: what a valid request of the provider needs.</summary>
public sealed record HarnessPayer
{
    /// <summary>The payment method.</summary>
    public required PaymentMethod PaymentMethod { get; init; }

    /// <summary>The customer. Default none.</summary>
    public Customer? Customer { get; init; }

    /// <summary>The billing address. Default none.</summary>
    public Address? BillingAddress { get; init; }
}

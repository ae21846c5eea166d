namespace PaymentAbstractions.Conformance;

/// <summary>The payer of a request: the data that a valid request of the provider needs.</summary>
public sealed record HarnessPayer
{
    /// <summary>The payment method.</summary>
    public required PaymentMethod PaymentMethod { get; init; }

    /// <summary>The customer. Default: <see langword="null"/>.</summary>
    public Customer? Customer { get; init; }

    /// <summary>The billing address. Default: <see langword="null"/>.</summary>
    public Address? BillingAddress { get; init; }
}

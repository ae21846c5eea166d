namespace PaymentAbstractions;

/// <summary>What the vault of a gateway can do.</summary>
/// <remarks>Instances are immutable and thread-safe.</remarks>
public sealed record VaultCapabilities
{
    /// <summary>The operations that are supported.</summary>
    public required ValueList<VaultOperation> Operations { get; init; }

    /// <summary>The kinds of payment method that <see cref="ICustomerVault.StorePaymentMethodAsync"/> accepts.</summary>
    /// <value>The default is an empty list: cards are stored only by the provider's own pages.</value>
    public ValueList<PaymentMethodKind> Storable { get; init; } = [];

    /// <summary>
    /// Whether requests name customers by the merchant's own id. Otherwise the provider assigns an id to each customer, which must be
    /// stored together with the account of the gateway.
    /// </summary>
    public bool OwnCustomerIds { get; init; }

    /// <summary>Whether an operation is supported.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns><see langword="true"/> when it is.</returns>
    public bool Supports(VaultOperation operation) => Operations?.Contains(operation) == true;
}

namespace PaymentAbstractions;

/// <summary>What the customer can enter at the provider instead of in the shop; see <see cref="IHostedPayment"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record HostedCapabilities
{
    /// <summary>The operations that can be started so: sales, authorizations, or both.</summary>
    public required ValueList<PaymentOperation> Operations { get; init; }

    /// <summary>Whether a payment method can be stored so.</summary>
    public bool StoresPaymentMethods { get; init; }

    /// <summary>The highest level of commercial card data that such a charge can carry.</summary>
    /// <value>Default Level I: the amount and no more.</value>
    public CommercialDataLevel HighestDataLevel { get; init; } = CommercialDataLevel.LevelI;
}

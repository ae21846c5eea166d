namespace PaymentAbstractions;

/// <summary>What the customer can enter at the provider instead of in the shop; see <see cref="IHostedPayment"/>.</summary>
/// <remarks>Instances are immutable and thread-safe.</remarks>
public sealed record HostedCapabilities
{
    /// <summary>The operations that can be started this way: sales, authorizations, or both.</summary>
    public required ValueList<PaymentOperation> Operations { get; init; }

    /// <summary>Whether a payment method can be stored this way.</summary>
    public bool StoresPaymentMethods { get; init; }

    /// <summary>The highest level of commercial card data that such a charge can carry.</summary>
    /// <value>The default is Level I: only the amount.</value>
    public CommercialDataLevel HighestDataLevel { get; init; } = CommercialDataLevel.LevelI;
}

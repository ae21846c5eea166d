namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    /// <summary>
    /// The provider's names of the payment methods that it lists for a new sale, in its order. Required if
    /// <see cref="GatewayCapabilities.PaymentMethodCatalog"/> is claimed.
    /// </summary>
    public virtual IReadOnlyList<string> OfferedMethods => throw Missing(nameof(OfferedMethods));
}

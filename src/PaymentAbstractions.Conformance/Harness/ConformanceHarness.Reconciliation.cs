namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    /// <summary>The service that compares the journal of <see cref="Gateway"/> with the provider.</summary>
    public virtual IPaymentReconciliation Reconciliation => throw Missing(nameof(Reconciliation));
}

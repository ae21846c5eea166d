namespace PaymentAbstractions.Testing;

/// <summary>A transaction as it stands in the provider's books.</summary>
internal sealed record FakeTransaction(PaymentRequest Request, PaymentResult Result, DateTimeOffset CreatedAt)
{
    public DateTimeOffset? SettledAt { get; init; }

    public TransactionReference Reference => Result.Transaction!;

    public PaymentOperation Type => Result.PerformedAs ?? Request.Operation;

    public bool IsApproved => Result.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved;

    /// <summary>What moved, in the provider's currency.</summary>
    public Money? Moved => IsApproved ? Result.ProcessedAmount ?? Result.ApprovedAmount : null;

    /// <summary>What was approved, where that is what the transaction did.</summary>
    public Money? ApprovedAs(params ReadOnlySpan<PaymentOperation> types) =>
        IsApproved && types.Contains(Type) ? Result.ApprovedAmount : null;
}

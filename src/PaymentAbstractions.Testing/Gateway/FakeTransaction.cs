namespace PaymentAbstractions.Testing;

/// <summary>A transaction in the provider's books.</summary>
internal sealed record FakeTransaction(PaymentRequest Request, PaymentResult Result, DateTimeOffset CreatedAt)
{
    public DateTimeOffset? SettledAt { get; init; }

    public TransactionReference Reference => Result.Transaction!;

    public PaymentOperation Type => Result.PerformedAs ?? Request.Operation;

    public bool IsApproved => Result.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved;

    /// <summary>The moved amount, in the currency of processing.</summary>
    public Money? Moved => IsApproved ? Result.ProcessedAmount ?? Result.ApprovedAmount : null;

    /// <summary>The approved amount, if the transaction has one of the given types.</summary>
    public Money? ApprovedAs(params ReadOnlySpan<PaymentOperation> types) =>
        IsApproved && types.Contains(Type) ? Result.ApprovedAmount : null;
}

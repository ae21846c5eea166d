namespace PaymentAbstractions.Adapters;

/// <summary>An attempt that an adapter writes or looks up.</summary>
/// <remarks>Immutable.</remarks>
public sealed record AdapterAttempt
{
    /// <summary>The attempt as it is in the journal.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>The idempotency key as it is sent to the provider: 40 characters of <c>0-9 a-f</c>.</summary>
    public required string WireKey { get; init; }

    /// <summary>The operation that the provider is asked for; see <see cref="HttpPaymentAdapter.PerformsAs"/>.</summary>
    public required PaymentOperation PerformsAs { get; init; }

    /// <summary>The request; <see langword="null"/> in a look-up.</summary>
    public PaymentRequest? Request { get; init; }

    /// <summary>The original transaction; <see langword="null"/> when none was read.</summary>
    public OriginalTransaction? Original { get; init; }

    /// <summary>
    /// The amount of the attempt. For an attempt without an amount, such as a void, the returnable amount of the original.
    /// </summary>
    public Money? Amount => Attempt.Amount ?? Original?.Transaction.Returnable;
}

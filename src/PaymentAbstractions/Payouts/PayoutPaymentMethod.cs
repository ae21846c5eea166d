namespace PaymentAbstractions;

/// <summary>A stored payment method that a payout request can be paid to.</summary>
/// <remarks>Immutable, compares by value, thread-safe. Holds no secret.</remarks>
public sealed record PayoutPaymentMethod
{
    /// <summary>The provider's id of the stored payment method.</summary>
    public required string PaymentMethodId { get; init; }

    /// <summary>The provider's name of the gateway that would pay.</summary>
    /// <value><see langword="null"/> when the method was not used yet, or the provider does not tell.</value>
    public string? GatewayName { get; init; }

    /// <summary>The provider's id of the account of that gateway.</summary>
    public string? GatewayAccountId { get; init; }

    /// <summary>
    /// What was charged to the method by that gateway less what was credited, in major units; negative when more was credited. It is no
    /// <see cref="Money"/>, because the provider shows no currency with it.
    /// </summary>
    /// <value><see langword="null"/> when the provider does not show it.</value>
    public decimal? Exposure { get; init; }

    /// <summary>What the payout request has been paid to the method by that gateway, in major units, without a currency as above.</summary>
    /// <value><see langword="null"/> when the provider does not show it.</value>
    public decimal? PaidOut { get; init; }

    /// <summary>When the method was charged last.</summary>
    public DateTimeOffset? LastPaymentAt { get; init; }

    /// <summary>When the method was paid to last.</summary>
    public DateTimeOffset? LastPayoutAt { get; init; }

    /// <summary>Makes the payment method of a credit from it.</summary>
    /// <returns>The stored method.</returns>
    public StoredPaymentMethod ToPaymentMethod() => PaymentMethod.Stored(PaymentMethodId);
}

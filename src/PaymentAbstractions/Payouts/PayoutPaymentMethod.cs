namespace PaymentAbstractions;

/// <summary>A stored payment method that a payout request can be paid to.</summary>
/// <remarks>Instances are immutable, compare by value and are thread-safe. They hold no secrets.</remarks>
public sealed record PayoutPaymentMethod
{
    /// <summary>The provider's id of the stored payment method.</summary>
    public required string PaymentMethodId { get; init; }

    /// <summary>The provider's name of the gateway that would pay.</summary>
    /// <value><see langword="null"/> when the method has not been used yet, or the provider does not report it.</value>
    public string? GatewayName { get; init; }

    /// <summary>The provider's id of the account of that gateway.</summary>
    public string? GatewayAccountId { get; init; }

    /// <summary>
    /// The amount that this gateway charged to the method, less the amount that it credited, in major units; negative when it credited
    /// more. It is not <see cref="Money"/>, because the provider shows no currency.
    /// </summary>
    /// <value><see langword="null"/> when the provider does not show it.</value>
    public decimal? Exposure { get; init; }

    /// <summary>The amount that this gateway has paid to the method for the payout request, in major units, without a currency.</summary>
    /// <value><see langword="null"/> when the provider does not show it.</value>
    public decimal? PaidOut { get; init; }

    /// <summary>When the method was last charged.</summary>
    public DateTimeOffset? LastPaymentAt { get; init; }

    /// <summary>When the last payout to the method was made.</summary>
    public DateTimeOffset? LastPayoutAt { get; init; }

    /// <summary>Creates the payment method of a credit.</summary>
    /// <returns>The stored method.</returns>
    public StoredPaymentMethod ToPaymentMethod() => PaymentMethod.Stored(PaymentMethodId);
}

using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A request to void a whole transaction before it is settled.</summary>
public sealed record VoidRequest : PaymentRequest
{
    /// <summary>The transaction to void.</summary>
    public required TransactionReference Transaction { get; init; }

    /// <summary>What to do when the transaction is already settled. The default is to refuse.</summary>
    /// <remarks>
    /// With <see cref="IfSettled.Refuse"/>, the adapter reads the transaction first. If the provider itself chooses between void and
    /// refund, a settlement between the read and the request can still make it a refund; <see cref="PaymentResult.PerformedAs"/> then shows
    /// it.
    /// </remarks>
    public IfSettled IfSettled { get; init; }

    /// <summary>
    /// The amount of the transaction that was refunded outside this journal; zero when there was no such refund. Gateways whose providers
    /// do not track refunds themselves refuse to turn a void into a refund without it.
    /// </summary>
    public Money? RefundedElsewhere { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Void;

    /// <inheritdoc />
    [JsonIgnore]
    public override TransactionReference? Original => Transaction;
}

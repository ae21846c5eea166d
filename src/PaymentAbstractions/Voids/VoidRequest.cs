using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>Asks to undo a whole transaction before it is settled.</summary>
public sealed record VoidRequest : PaymentRequest
{
    /// <summary>The transaction to undo.</summary>
    public required TransactionReference Transaction { get; init; }

    /// <summary>What to do when the transaction is settled already. Default: refuse.</summary>
    /// <remarks>
    /// With <see cref="IfSettled.Refuse"/> the adapter reads the transaction first. Where the provider decides by itself
    /// between void and refund, settlement between the read and the request still makes it a refund;
    /// <see cref="PaymentResult.PerformedAs"/> tells.
    /// </remarks>
    public IfSettled IfSettled { get; init; }

    /// <summary>
    /// What was given back of the transaction by other means than this journal, zero when nothing was: for providers that do not keep
    /// count themselves, which refuse to turn a void into a refund without it.
    /// </summary>
    public Money? RefundedElsewhere { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Void;

    /// <inheritdoc />
    [JsonIgnore]
    public override TransactionReference? Original => Transaction;
}

using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A request to refund a transaction.</summary>
public sealed record RefundRequest : PaymentRequest, ICommercialCardRequest
{
    /// <summary>The transaction that took the money.</summary>
    public required TransactionReference Transaction { get; init; }

    /// <summary>The amount to refund, in the currency of the transaction.</summary>
    public new required Money Amount { get; init; }

    /// <summary>
    /// The amount of the transaction that was refunded outside this journal, for example in the provider's dashboard; zero when there was
    /// no such refund. It is added to the refunds in the journal. Gateways whose providers do not track refunds themselves refuse a refund
    /// without it.
    /// </summary>
    public Money? RefundedElsewhere { get; init; }

    /// <summary>The Level II and III data of the refunded amount; its lines are credits.</summary>
    public CommercialCardData? CommercialCardData { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Refund;

    /// <inheritdoc />
    [JsonIgnore]
    public override TransactionReference? Original => Transaction;

    private protected override Money? RequestedAmount => Amount;
}

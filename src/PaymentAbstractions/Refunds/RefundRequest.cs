using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>Asks to give money of a transaction back.</summary>
public sealed record RefundRequest : PaymentRequest, ICommercialCardRequest
{
    /// <summary>The transaction that took the money.</summary>
    public required TransactionReference Transaction { get; init; }

    /// <summary>How much, in the currency of the transaction.</summary>
    public new required Money Amount { get; init; }

    /// <summary>
    /// What was given back of the transaction by other means than this journal, for example in the provider's dashboard; zero when
    /// nothing was. Added to what the journal knows. For providers that do not keep count themselves, which refuse a refund without it.
    /// </summary>
    public Money? RefundedElsewhere { get; init; }

    /// <summary>Level II and III data for what is given back now; its lines are credits.</summary>
    public CommercialCardData? CommercialCardData { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Refund;

    /// <inheritdoc />
    [JsonIgnore]
    public override TransactionReference? Original => Transaction;

    private protected override Money? RequestedAmount => Amount;
}

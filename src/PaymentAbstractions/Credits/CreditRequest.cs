using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A request to pay out money that is not linked to a sale. Acquirers permit this only by agreement.</summary>
public sealed record CreditRequest : PaymentMethodRequest, ICommercialCardRequest
{
    /// <summary>The merchant's order or case that the credit belongs to.</summary>
    public OrderReference OrderReference { get; init; }

    /// <summary>The Level II and III data of the paid amount; its lines are credits.</summary>
    public CommercialCardData? CommercialCardData { get; init; }

    /// <summary>
    /// The id of the payout request that the credit pays, in part or in full; see <see cref="IPayouts"/>. The adapter reads it before it
    /// sends anything, and refuses the credit when the request is not open, belongs to another customer or has less left.
    /// </summary>
    /// <value>
    /// The default is <see langword="null"/>: no payout request. Supported only when <see cref="GatewayCapabilities.Payouts"/> is
    /// <see langword="true"/>.
    /// </value>
    public string? PayoutId { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Credit;
}

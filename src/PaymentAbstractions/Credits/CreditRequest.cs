using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>Asks to pay money out without a sale behind it. Acquirers permit this only by agreement.</summary>
public sealed record CreditRequest : PaymentMethodRequest, ICommercialCardRequest
{
    /// <summary>The merchant's order or case that the credit belongs to.</summary>
    public OrderReference OrderReference { get; init; }

    /// <summary>Level II and III data for what is paid out; its lines are credits.</summary>
    public CommercialCardData? CommercialCardData { get; init; }

    /// <summary>
    /// The id of the payout request that the credit pays out, in part or whole; see <see cref="IPayouts"/>. It is read before anything is
    /// sent, and the credit is refused when the request is not open, is another customer's or has less left.
    /// </summary>
    /// <value>Default <see langword="null"/>: none. Only where <see cref="GatewayCapabilities.Payouts"/> is true.</value>
    public string? PayoutId { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Credit;
}

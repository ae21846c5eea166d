using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>Asks to pay money out without a sale behind it. Acquirers permit this only by agreement.</summary>
public sealed record CreditRequest : PaymentMethodRequest, ICommercialCardRequest
{
    /// <summary>The merchant's order or case that the credit belongs to.</summary>
    public OrderReference OrderReference { get; init; }

    /// <summary>Level II and III data for what is paid out; its lines are credits.</summary>
    public CommercialCardData? CommercialCardData { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Credit;
}

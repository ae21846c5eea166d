using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A card by its number. Whoever sends one is in scope of PCI DSS; prefer tokens.</summary>
public sealed record PaymentCard : PaymentMethod
{
    /// <summary>The card number.</summary>
    public required CardNumber Number { get; init; }

    /// <summary>The month of expiry, 1 to 12.</summary>
    public required int ExpiryMonth { get; init; }

    /// <summary>The year of expiry, four digits.</summary>
    public required int ExpiryYear { get; init; }

    /// <summary>The code printed on the card, when the customer is present to give it.</summary>
    public SecurityCode? SecurityCode { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.PaymentCard;
}

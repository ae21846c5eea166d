using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A card with its number. Servers that handle this type are in scope of PCI DSS; prefer tokens.</summary>
public sealed record PaymentCard : PaymentMethod
{
    /// <summary>The card number.</summary>
    public required CardNumber Number { get; init; }

    /// <summary>The month of expiry, 1 to 12.</summary>
    public required int ExpiryMonth { get; init; }

    /// <summary>The year of expiry, four digits.</summary>
    public required int ExpiryYear { get; init; }

    /// <summary>The security code of the card, when the customer is present to enter it.</summary>
    public SecurityCode? SecurityCode { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.PaymentCard;
}

using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A card or account that the provider keeps for the customer.</summary>
public sealed record StoredPaymentMethod : PaymentMethod
{
    /// <summary>The provider's id of the stored method.</summary>
    public required string Id { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.Stored;
}

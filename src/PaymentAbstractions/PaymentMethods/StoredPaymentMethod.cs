using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A card or account that the provider keeps for the customer.</summary>
public sealed record StoredPaymentMethod : PaymentMethod
{
    /// <summary>The provider's id of the stored method.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The brand of the card, as far as the caller knows it, for example from <see cref="PaymentMethodDetails.Brand"/>; the rules for
    /// commercial card data go by it. Never sent.
    /// </summary>
    /// <value>Default not known: what only some schemes take is then let through.</value>
    public CardBrand Brand { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.Stored;
}

using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A card or account that the provider stores for the customer.</summary>
public sealed record StoredPaymentMethod : PaymentMethod
{
    /// <summary>The provider's id of the stored method.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The brand of the card, as far as the caller knows it, for example from <see cref="PaymentMethodDetails.Brand"/>. The rules for
    /// commercial card data depend on it. It is never sent.
    /// </summary>
    /// <value>The default is not specified: data that only some schemes accept is then allowed.</value>
    public CardBrand Brand { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.Stored;
}

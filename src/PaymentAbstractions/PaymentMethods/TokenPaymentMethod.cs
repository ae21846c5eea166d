using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A token that stands for payment data which the merchant never saw.</summary>
public sealed record TokenPaymentMethod : PaymentMethod
{
    /// <summary>The token, usually good for one use.</summary>
    public new required PaymentToken Token { get; init; }

    /// <summary>
    /// The brand of the card, as far as the caller knows it, for example from <see cref="PaymentMethodDetails.Brand"/>; the rules for
    /// commercial card data go by it. Never sent.
    /// </summary>
    /// <value>Default not known: what only some schemes take is then let through.</value>
    public CardBrand Brand { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.Token;
}

using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A token for payment data that the merchant's server never receives.</summary>
public sealed record TokenPaymentMethod : PaymentMethod
{
    /// <summary>The token, usually valid for one use.</summary>
    public new required PaymentToken Token { get; init; }

    /// <summary>
    /// The brand of the card, as far as the caller knows it, for example from <see cref="PaymentMethodDetails.Brand"/>. The rules for
    /// commercial card data depend on it. It is never sent.
    /// </summary>
    /// <value>The default is not specified: data that only some schemes accept is then allowed.</value>
    public CardBrand Brand { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.Token;
}

using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A token that stands for payment data which the merchant never saw.</summary>
public sealed record TokenPaymentMethod : PaymentMethod
{
    /// <summary>The token, usually good for one use.</summary>
    public new required PaymentToken Token { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.Token;
}

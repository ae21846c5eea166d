using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>The payment method that the provider stores as the customer's default.</summary>
public sealed record CustomerDefaultPaymentMethod : PaymentMethod
{
    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.CustomerDefault;
}

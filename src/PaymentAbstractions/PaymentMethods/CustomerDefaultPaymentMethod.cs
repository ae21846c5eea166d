using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>Whatever the provider holds as the customer's default method.</summary>
public sealed record CustomerDefaultPaymentMethod : PaymentMethod
{
    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentMethodKind Kind => PaymentMethodKind.CustomerDefault;
}

using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A request to verify a payment method for later use without a purchase. The amount may be zero.</summary>
public sealed record SetupRequest : PaymentMethodRequest
{
    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Setup;
}

using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A request to take money at once.</summary>
public sealed record SaleRequest : ChargeRequest
{
    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Sale;
}

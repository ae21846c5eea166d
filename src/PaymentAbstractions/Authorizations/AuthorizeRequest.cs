using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>
/// A request to hold money for a later capture. An amount of zero verifies the payment method where the gateway supports that.
/// </summary>
public sealed record AuthorizeRequest : ChargeRequest
{
    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Authorize;
}

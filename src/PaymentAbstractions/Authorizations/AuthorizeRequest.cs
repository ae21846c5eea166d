using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>Asks to hold money for a later capture; an amount of zero verifies the payment method where that is supported.</summary>
public sealed record AuthorizeRequest : ChargeRequest
{
    /// <inheritdoc />
    [JsonIgnore]
    public override PaymentOperation Operation => PaymentOperation.Authorize;
}

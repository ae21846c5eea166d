using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>What becomes of a line item whose product is not in the catalog; the provider does not say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalUnknownProduct>))]
public enum VirtualTerminalUnknownProduct
{
    /// <summary>The request is refused.</summary>
    Refused,

    /// <summary>The line counts in the sum and is not kept; the transaction stays below Level III without a word.</summary>
    LineIgnored,
}

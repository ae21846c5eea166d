using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The handling of a line item whose product is not in the catalog, which the provider does not document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalUnknownProduct>))]
public enum VirtualTerminalUnknownProduct
{
    /// <summary>The request is refused.</summary>
    Refused,

    /// <summary>The line counts in the sum but is not kept; the transaction stays below Level III, without an error.</summary>
    LineIgnored,
}

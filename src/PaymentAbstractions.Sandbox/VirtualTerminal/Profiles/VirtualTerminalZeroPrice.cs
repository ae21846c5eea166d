using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The price of a line item with the price 0, which the provider does not document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalZeroPrice>))]
public enum VirtualTerminalZeroPrice
{
    /// <summary>The line is free.</summary>
    Free,

    /// <summary>The price in the catalog applies, as for a line item without a price.</summary>
    CatalogPrice,
}

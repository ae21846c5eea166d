using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>What a line item with the price 0 costs; the provider does not say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalZeroPrice>))]
public enum VirtualTerminalZeroPrice
{
    /// <summary>Nothing.</summary>
    Free,

    /// <summary>What the catalog says, as for a line item without a price.</summary>
    CatalogPrice,
}

using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The spelling of member names in answers; both spellings occur in documents and recordings.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalNaming>))]
public enum VirtualTerminalNaming
{
    /// <summary><c>CustomerID</c>, <c>CommodityCode</c>, <c>RecurrentBilling</c>.</summary>
    Recorded,

    /// <summary><c>CustomerId</c>, <c>Commodity Code</c>, <c>RecurrentBillings</c>.</summary>
    Varied,
}

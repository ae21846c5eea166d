using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Specifies how requests identify customers.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<VirtualTerminalCustomerIds>))]
public enum VirtualTerminalCustomerIds
{
    /// <summary>By the number that the provider assigned, for example <c>7001</c>.</summary>
    Number = 0,

    /// <summary>
    /// By the merchant's own id, which the provider stores as <c>Code</c>: 1 to 50 printable ASCII characters without spaces.
    /// </summary>
    Code,
}

using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>How requests name customers.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<VirtualTerminalCustomerIds>))]
public enum VirtualTerminalCustomerIds
{
    /// <summary>By the number that the provider gave, for example <c>7001</c>.</summary>
    Number = 0,

    /// <summary>By the merchant's own id, which the provider keeps as <c>Code</c>: 1 to 50 printable ASCII characters without spaces.</summary>
    Code,
}

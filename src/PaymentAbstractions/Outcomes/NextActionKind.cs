using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What a customer can be asked to do.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<NextActionKind>))]
public enum NextActionKind
{
    /// <summary>Open the address in the customer's browser.</summary>
    RedirectCustomer = 0,
}

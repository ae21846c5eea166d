using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Adapters;

/// <summary>
/// What every transaction of a provider repeats of its request. Where such a part is missing, the answer proves nothing; a part that
/// differs contradicts the request whether it is named here or not.
/// </summary>
[Flags]
[JsonConverter(typeof(EnumNameJsonConverter<ProviderEchoes>))]
public enum ProviderEchoes
{
    /// <summary>Nothing for certain.</summary>
    None = 0,

    /// <summary>The key.</summary>
    Key = 1,

    /// <summary>The customer.</summary>
    Customer = 2,

    /// <summary>The transaction that a capture, void or refund belongs to.</summary>
    Parent = 4,

    /// <summary>The stored payment method.</summary>
    PaymentMethod = 8,
}

using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Adapters;

/// <summary>
/// The parts of a request that every transaction of a provider repeats. When such a part is missing, the answer proves nothing. A part that
/// differs contradicts the request, whether it is specified here or not.
/// </summary>
[Flags]
[JsonConverter(typeof(EnumNameJsonConverter<ProviderEchoes>))]
public enum ProviderEchoes
{
    /// <summary>No part is always repeated.</summary>
    None = 0,

    /// <summary>The idempotency key.</summary>
    Key = 1,

    /// <summary>The id of the customer.</summary>
    Customer = 2,

    /// <summary>The transaction that a capture, void or refund belongs to.</summary>
    Parent = 4,

    /// <summary>The id of the stored payment method.</summary>
    PaymentMethod = 8,
}

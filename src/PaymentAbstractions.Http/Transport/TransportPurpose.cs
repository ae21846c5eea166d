using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Http;

/// <summary>What a request is for. It decides what the request needs before it may leave.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TransportPurpose>))]
public enum TransportPurpose
{
    /// <summary>
    /// Moves money, or may. Needs <see cref="TransportRequest.Attempt"/>. The zero value, so that nothing passes by oversight.
    /// </summary>
    Payment = 0,

    /// <summary>Changes something at the provider and moves no money, for example stores a customer.</summary>
    Preparation,

    /// <summary>Changes nothing at the provider.</summary>
    Read,
}

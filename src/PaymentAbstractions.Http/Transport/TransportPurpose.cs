using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Http;

/// <summary>The purpose of a request, which determines what it requires before it is sent.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TransportPurpose>))]
public enum TransportPurpose
{
    /// <summary>
    /// The request moves money or may move money. It requires <see cref="TransportRequest.Attempt"/>. This is the zero value, so that no
    /// such request is sent by oversight.
    /// </summary>
    Payment = 0,

    /// <summary>The request changes data at the provider and moves no money, for example stores a customer.</summary>
    Preparation,

    /// <summary>The request changes nothing at the provider.</summary>
    Read,
}

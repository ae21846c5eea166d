using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Http;

/// <summary>What is proven about one exchange with a provider.</summary>
/// <remarks>The zero value is the safe one: without other proof, the result of an exchange is unknown.</remarks>
[JsonConverter(typeof(EnumNameJsonConverter<TransportEvidence>))]
public enum TransportEvidence
{
    /// <summary>The provider may have seen the request, and no complete response arrived.</summary>
    InDoubt = 0,

    /// <summary>The content of the request was never read, or refused to be read, so nothing can have been processed.</summary>
    NotSent = 1,

    /// <summary>A complete response arrived: status, headers and the whole body.</summary>
    Answered = 2,
}

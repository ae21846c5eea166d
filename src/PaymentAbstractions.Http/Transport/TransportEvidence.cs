using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Http;

/// <summary>What is proven about one exchange with a provider.</summary>
/// <remarks>The zero value is the careful one: without proof of anything else an exchange is in doubt.</remarks>
[JsonConverter(typeof(EnumNameJsonConverter<TransportEvidence>))]
public enum TransportEvidence
{
    /// <summary>The provider may have seen the request, and no complete response arrived.</summary>
    InDoubt = 0,

    /// <summary>
    /// The content of the request was never asked for its bytes, or refused to give them: nothing can have been processed.
    /// </summary>
    NotSent = 1,

    /// <summary>A complete response arrived: status, headers and the whole body.</summary>
    Answered = 2,
}

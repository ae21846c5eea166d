using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How a provider authenticates its webhooks.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<WebhookAuthentication>))]
public enum WebhookAuthentication
{
    /// <summary>HTTP Basic (RFC 7617). The zero value.</summary>
    Basic = 0,

    /// <summary>HTTP Digest (RFC 7616).</summary>
    Digest,

    /// <summary>A header with a secret value that is the same for every webhook.</summary>
    Header,
}

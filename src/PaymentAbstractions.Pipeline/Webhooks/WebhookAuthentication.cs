using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How a provider shows that a webhook is its own.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<WebhookAuthentication>))]
public enum WebhookAuthentication
{
    /// <summary>HTTP Basic (RFC 7617). The zero value.</summary>
    Basic = 0,

    /// <summary>HTTP Digest (RFC 7616).</summary>
    Digest,

    /// <summary>A header with a secret value, the same with every webhook.</summary>
    Header,
}

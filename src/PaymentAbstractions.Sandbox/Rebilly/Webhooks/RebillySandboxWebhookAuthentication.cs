using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>How a webhook of a <see cref="RebillySandbox"/> authenticates to its receiver.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillySandboxWebhookAuthentication>))]
public enum RebillySandboxWebhookAuthentication
{
    /// <summary>It sends no credentials.</summary>
    None = 0,

    /// <summary>HTTP Basic (RFC 7617) in UTF-8, sent with the first request without waiting for a challenge.</summary>
    Basic,

    /// <summary>
    /// HTTP Digest (RFC 7616): a first request without credentials is challenged, and a second one contains the response.
    /// </summary>
    Digest,
}

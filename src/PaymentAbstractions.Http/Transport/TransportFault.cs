using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Http;

/// <summary>The reason why there was no complete response. For people and metrics, never for deciding whether money moved.</summary>
/// <remarks>Only <see cref="TransportAnswer.Evidence"/> shows whether it is safe to send the request again.</remarks>
[JsonConverter(typeof(EnumNameJsonConverter<TransportFault>))]
public enum TransportFault
{
    /// <summary>No fault: a complete response arrived.</summary>
    None = 0,

    /// <summary>The host name did not resolve.</summary>
    NameNotResolved,

    /// <summary>The host refused the connection.</summary>
    ConnectionRefused,

    /// <summary>No route to the host or its network.</summary>
    NetworkUnreachable,

    /// <summary>The TLS handshake failed: no TLS on the other side, or a certificate that is not trusted.</summary>
    TlsFailed,

    /// <summary>No connection was ready within <see cref="PaymentTransportOptions.SendTimeout"/>, or connecting took too long.</summary>
    SendTimeout,

    /// <summary>The exchange did not complete within <see cref="PaymentTransportOptions.Deadline"/>.</summary>
    DeadlineExceeded,

    /// <summary>The connection was reset.</summary>
    ConnectionReset,

    /// <summary>The connection ended before the response's headers were complete.</summary>
    ResponseEnded,

    /// <summary>The headers arrived, but the end of the body is missing or cannot be proven.</summary>
    TruncatedBody,

    /// <summary>The response is not valid HTTP.</summary>
    InvalidResponse,

    /// <summary>The body is larger than <see cref="PaymentTransportOptions.MaxResponseBytes"/>.</summary>
    BodyTooLarge,

    /// <summary>A layer below tried to send the request again, which was stopped.</summary>
    SecondPass,

    /// <summary>
    /// The gate of the attempt stayed shut: its time limit for sending had passed, the attempt had ended, or a write of it had already been
    /// handed over.
    /// </summary>
    SendRefused,

    /// <summary>Any other fault.</summary>
    Other,
}

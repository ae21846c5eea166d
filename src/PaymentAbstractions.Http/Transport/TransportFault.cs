using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Http;

/// <summary>Why an exchange brought no complete response; for people and metrics, never for deciding whether money moved.</summary>
/// <remarks>Whether sending again is safe follows from <see cref="TransportAnswer.Evidence"/> alone.</remarks>
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

    /// <summary>The headers arrived, and the end of the body is missing or cannot be proven.</summary>
    TruncatedBody,

    /// <summary>What arrived is not HTTP.</summary>
    InvalidResponse,

    /// <summary>The body is larger than <see cref="PaymentTransportOptions.MaxResponseBytes"/>.</summary>
    BodyTooLarge,

    /// <summary>A layer below tried to send the request again, which was stopped.</summary>
    SecondPass,

    /// <summary>
    /// The attempt's gate stayed shut: its time for sending had passed, the attempt had ended, or a write of it had been handed over
    /// before.
    /// </summary>
    SendRefused,

    /// <summary>Anything else.</summary>
    Other,
}

using System.Globalization;

namespace PaymentAbstractions.Http;

/// <summary>Fixed sentences, so that they cannot contain anything of a request or response.</summary>
internal static class FaultDescription
{
    public static string Of(TransportEvidence evidence, TransportFault fault, int partialStatusCode)
    {
        var prefix = evidence == TransportEvidence.NotSent ? "Not sent: " : "Outcome unknown: ";
        var suffix =
            partialStatusCode == 0
                ? "."
                : string.Create(CultureInfo.InvariantCulture, $", after the status {partialStatusCode} had arrived.");
        return prefix + Reason(fault) + suffix;
    }

    private static string Reason(TransportFault fault) =>
        fault switch
        {
            TransportFault.NameNotResolved => "the host name did not resolve",
            TransportFault.ConnectionRefused => "the host refused the connection",
            TransportFault.NetworkUnreachable => "the network or the host is unreachable",
            TransportFault.TlsFailed => "the TLS handshake failed",
            TransportFault.SendTimeout => "no connection was ready in time",
            TransportFault.DeadlineExceeded => "the deadline passed",
            TransportFault.ConnectionReset => "the connection was reset",
            TransportFault.ResponseEnded => "the connection ended before the response was complete",
            TransportFault.TruncatedBody => "the end of the response's body is missing",
            TransportFault.InvalidResponse => "the response is not valid HTTP",
            TransportFault.BodyTooLarge => "the response's body is larger than allowed",
            TransportFault.SecondPass => "a lower layer tried to send the request again, which was stopped",
            TransportFault.SendRefused =>
                "the attempt could not be sent any more, or a write of it had been sent before",
            _ => "the exchange failed",
        };
}

using System.Net.Sockets;

namespace PaymentAbstractions.Http;

/// <summary>Determines the cause of a failed exchange. It never decides whether the request was sent.</summary>
internal static class FaultClassifier
{
    public static TransportFault Classify(Exception? exception, bool headersArrived)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            var fault = cause switch
            {
                HttpRequestException http => Classify(http.HttpRequestError, headersArrived),
                HttpIOException io => Classify(io.HttpRequestError, headersArrived),
                // The guard received a copy of the message that has no exchange.
                SendStoppedException => TransportFault.SecondPass,
                SocketException socket => Classify(socket.SocketErrorCode),
                // SocketsHttpHandler.ConnectTimeout ends as a cancellation that wraps this exception.
                TimeoutException => TransportFault.SendTimeout,
                _ => TransportFault.None,
            };
            if (fault != TransportFault.None)
            {
                return fault;
            }
        }

        return TransportFault.Other;
    }

    private static TransportFault Classify(HttpRequestError error, bool headersArrived) =>
        error switch
        {
            HttpRequestError.NameResolutionError => TransportFault.NameNotResolved,
            HttpRequestError.SecureConnectionError => TransportFault.TlsFailed,
            HttpRequestError.ResponseEnded when headersArrived => TransportFault.TruncatedBody,
            HttpRequestError.ResponseEnded => TransportFault.ResponseEnded,
            HttpRequestError.InvalidResponse => TransportFault.InvalidResponse,
            HttpRequestError.ConfigurationLimitExceeded => TransportFault.InvalidResponse,
            _ => TransportFault.None,
        };

    private static TransportFault Classify(SocketError error) =>
        error switch
        {
            SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery =>
                TransportFault.NameNotResolved,
            SocketError.ConnectionRefused => TransportFault.ConnectionRefused,
            SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown =>
                TransportFault.NetworkUnreachable,
            SocketError.HostDown or SocketError.AddressNotAvailable => TransportFault.NetworkUnreachable,
            SocketError.TimedOut => TransportFault.SendTimeout,
            SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown =>
                TransportFault.ConnectionReset,
            _ => TransportFault.None,
        };
}

using System.Net.Sockets;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class FaultClassifierTests
{
    [Theory]
    [InlineData(SocketError.HostNotFound, TransportFault.NameNotResolved)]
    [InlineData(SocketError.TryAgain, TransportFault.NameNotResolved)]
    [InlineData(SocketError.ConnectionRefused, TransportFault.ConnectionRefused)]
    [InlineData(SocketError.NetworkUnreachable, TransportFault.NetworkUnreachable)]
    [InlineData(SocketError.HostUnreachable, TransportFault.NetworkUnreachable)]
    [InlineData(SocketError.TimedOut, TransportFault.SendTimeout)]
    [InlineData(SocketError.ConnectionReset, TransportFault.ConnectionReset)]
    [InlineData(SocketError.Shutdown, TransportFault.ConnectionReset)]
    [InlineData(SocketError.AccessDenied, TransportFault.Other)]
    public void Socket_errors_are_named(SocketError error, TransportFault expected)
    {
        var exception = new HttpRequestException("x", new IOException("x", new SocketException((int)error)));

        Assert.Equal(expected, FaultClassifier.Classify(exception, headersArrived: false));
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, TransportFault.NameNotResolved)]
    [InlineData(HttpRequestError.SecureConnectionError, TransportFault.TlsFailed)]
    [InlineData(HttpRequestError.InvalidResponse, TransportFault.InvalidResponse)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, TransportFault.InvalidResponse)]
    [InlineData(HttpRequestError.ResponseEnded, TransportFault.ResponseEnded)]
    [InlineData(HttpRequestError.ProxyTunnelError, TransportFault.Other)]
    public void Http_errors_are_named(HttpRequestError error, TransportFault expected) =>
        Assert.Equal(expected, FaultClassifier.Classify(new HttpRequestException(error), headersArrived: false));

    [Fact]
    public void Connecting_for_too_long_is_a_send_timeout() =>
        Assert.Equal(
            TransportFault.SendTimeout,
            FaultClassifier.Classify(new TaskCanceledException("x", new TimeoutException()), headersArrived: false)
        );

    [Fact]
    public void Nothing_known_is_other() =>
        Assert.Equal(TransportFault.Other, FaultClassifier.Classify(null, headersArrived: false));

    [Fact]
    public void Every_fault_has_a_sentence_of_its_own()
    {
        var sentences = Enum.GetValues<TransportFault>()
            .Where(static fault => fault != TransportFault.None)
            .Select(static fault => new TransportAnswer(TransportEvidence.InDoubt, fault).Description)
            .ToArray();

        Assert.Equal(sentences.Length, sentences.Distinct(StringComparer.Ordinal).Count());
    }
}

using System.Net.Sockets;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class FaultClassifierTests
{
    [Fact]
    public void Every_error_of_a_socket_or_of_http_has_a_name_however_deep_it_lies()
    {
        Assert.All(
            Enum.GetValues<SocketError>(),
            error =>
            {
                var socket = new SocketException((int)error);
                var deep = new HttpRequestException("x", new IOException("x", socket));
                var fault = FaultClassifier.Classify(socket, headersArrived: false);

                Assert.NotEqual(TransportFault.None, fault);
                Assert.Equal(fault, FaultClassifier.Classify(deep, headersArrived: false));
            }
        );
        Assert.All(
            Enum.GetValues<HttpRequestError>(),
            error =>
                Assert.NotEqual(
                    TransportFault.None,
                    FaultClassifier.Classify(new HttpRequestException(error), headersArrived: false)
                )
        );
    }

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

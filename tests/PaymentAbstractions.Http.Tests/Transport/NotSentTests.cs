using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http.Tests.Server;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class NotSentTests : IDisposable
{
    private readonly RunningAttempt _attempt = TransportFixture.Attempt();

    [Fact]
    public async Task A_name_that_does_not_resolve_is_not_sent()
    {
        await using var fixture = new TransportFixture(new Uri("http://payments.invalid/"));

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        AssertNotSent(TransportFault.NameNotResolved, answer);
    }

    [Fact]
    public async Task A_refused_connection_is_not_sent()
    {
        using var reserved = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reserved.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var fixture = new TransportFixture(new Uri($"http://{reserved.LocalEndPoint}/"));

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        AssertNotSent(TransportFault.ConnectionRefused, answer);
    }

    [Fact]
    public async Task Https_to_a_plaintext_server_is_not_sent()
    {
        await using var server = new FaultServer(static async connection =>
        {
            await connection.ReadMoreAsync();
            await connection.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
        await using var fixture = new TransportFixture(new Uri($"https://127.0.0.1:{server.Port}/"));

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        AssertNotSent(TransportFault.TlsFailed, answer);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_not_sent()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.MaxValue
        );
        await using var server = new FaultServer(async connection =>
        {
            await using var tls = new SslStream(connection.Stream);
            await tls.AuthenticateAsServerAsync(certificate);
            await tls.ReadExactlyAsync(new byte[1], connection.Stop);
        });
        await using var fixture = new TransportFixture(new Uri($"https://127.0.0.1:{server.Port}/"));

        var answer = await fixture.SendAsync(TransportFixture.Sale(_attempt));

        AssertNotSent(TransportFault.TlsFailed, answer);
    }

    [Fact]
    public async Task Waiting_too_long_for_a_pooled_connection_is_not_sent()
    {
        var time = new ManualTimeProvider();
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture(time);
        var first = await busy.OccupyAsync(fixture);

        var second = fixture.SendAsync(TransportFixture.Sale(_attempt));
        time.Advance(TimeSpan.FromSeconds(10));
        var answer = await second;

        AssertNotSent(TransportFault.SendTimeout, answer);
        busy.Release();
        Assert.Equal(TransportEvidence.Answered, (await first).Evidence);
        Assert.Single(busy.Server.Requests);
    }

    [Fact]
    public async Task A_deadline_that_is_shorter_than_the_send_timeout_is_not_sent()
    {
        var time = new ManualTimeProvider();
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture(time);
        var first = await busy.OccupyAsync(fixture);
        var impatient = fixture.Factory.Create(
            new PaymentTransportOptions { BaseAddress = busy.Server.Address, Deadline = TimeSpan.FromSeconds(3) }
        );

        var second = impatient.SendAsync(TransportFixture.Sale(_attempt), TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(3));
        var answer = await second;

        AssertNotSent(TransportFault.DeadlineExceeded, answer);
        busy.Release();
        Assert.Equal(TransportEvidence.Answered, (await first).Evidence);
        Assert.Single(busy.Server.Requests);
    }

    public void Dispose() => _attempt.Dispose();

    private void AssertNotSent(TransportFault fault, TransportAnswer answer)
    {
        Assert.Equal(TransportEvidence.NotSent, answer.Evidence);
        Assert.Equal(fault, answer.Fault);
        Assert.Equal(0, answer.StatusCode);
        Assert.StartsWith("Not sent: ", answer.Description, StringComparison.Ordinal);
        Assert.True(_attempt.IsProvenUnsent);
        Assert.False(_attempt.SendHasBegun);
        Assert.False(_attempt.TryBeginSend());
    }
}

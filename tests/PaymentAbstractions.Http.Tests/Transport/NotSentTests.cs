using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class NotSentTests
{
    [Fact]
    public async Task A_name_that_does_not_resolve_is_not_sent()
    {
        await using var fixture = new TransportFixture(new Uri("http://payments.invalid/"));

        var answer = await fixture.SendAsync(TransportFixture.Sale());

        AssertNotSent(TransportFault.NameNotResolved, answer);
    }

    [Fact]
    public async Task A_refused_connection_is_not_sent()
    {
        using var reserved = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reserved.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var fixture = new TransportFixture(new Uri($"http://{reserved.LocalEndPoint}/"));

        var answer = await fixture.SendAsync(TransportFixture.Sale());

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

        var answer = await fixture.SendAsync(TransportFixture.Sale());

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

        var answer = await fixture.SendAsync(TransportFixture.Sale());

        AssertNotSent(TransportFault.TlsFailed, answer);
    }

    [Fact]
    public async Task Waiting_too_long_for_a_pooled_connection_is_not_sent()
    {
        var time = new ManualTime();
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture(time);
        var first = await busy.OccupyAsync(fixture);

        var second = fixture.SendAsync(TransportFixture.Sale());
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
        var time = new ManualTime();
        await using var busy = new BusyConnection();
        await using var fixture = busy.CreateFixture(time, deadline: TimeSpan.FromSeconds(3));
        var first = await busy.OccupyAsync(fixture);

        var second = fixture.SendAsync(TransportFixture.Sale());
        time.Advance(TimeSpan.FromSeconds(3));
        var answer = await second;

        AssertNotSent(TransportFault.DeadlineExceeded, answer);
        Assert.Equal(TransportEvidence.InDoubt, (await first).Evidence);
    }

    [Fact]
    public async Task A_refusal_to_begin_is_not_sent_and_not_a_byte_arrives()
    {
        var asked = 0;
        var arrived = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FaultServer(async connection =>
            arrived.SetResult(await connection.ReadMoreAsync())
        );
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(
            TransportFixture.Sale(() =>
            {
                asked++;
                return false;
            })
        );

        AssertNotSent(TransportFault.SendRefused, answer);
        Assert.Equal(1, asked);
        Assert.False(await arrived.Task);
    }

    [Fact]
    public async Task A_refusal_without_content_is_not_sent_and_not_a_byte_arrives()
    {
        var arrived = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FaultServer(async connection =>
            arrived.SetResult(await connection.ReadMoreAsync())
        );
        await using var fixture = new TransportFixture(server.Address);

        var answer = await fixture.SendAsync(
            new TransportRequest
            {
                Method = HttpMethod.Post,
                Path = "transactions/tx_1/void",
                IsWrite = true,
                BeginSend = static () => false,
            }
        );

        AssertNotSent(TransportFault.SendRefused, answer);
        Assert.False(await arrived.Task);
    }

    [Fact]
    public async Task What_the_begin_of_sending_throws_reaches_the_caller_and_not_a_byte_arrives()
    {
        var arrived = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FaultServer(async connection =>
            arrived.SetResult(await connection.ReadMoreAsync())
        );
        await using var fixture = new TransportFixture(server.Address);
        var thrown = new InvalidOperationException("The journal is full.");

        var caught = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            fixture.SendAsync(TransportFixture.Sale(() => throw thrown))
        );

        Assert.Same(thrown, caught);
        Assert.False(await arrived.Task);
    }

    [Theory]
    [InlineData("secret\r\nX-Injected: 1")]
    [InlineData("secret\nX-Injected: 1")]
    [InlineData("secret\rX")]
    [InlineData("secret\0")]
    [InlineData("sécret")]
    public async Task A_header_value_that_could_inject_is_refused_before_anything_is_sent(string value)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        var request = new TransportRequest
        {
            Method = HttpMethod.Post,
            Path = "transactions",
            IsWrite = true,
            Headers = [new("X-Request-Id", value)],
        };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => fixture.SendAsync(request));

        Assert.DoesNotContain("cret", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, server.Accepted);
    }

    [Theory]
    [InlineData("../admin")]
    [InlineData("transactions/%2e%2e/%2e%2e/admin")]
    [InlineData("transactions/tx#1")]
    [InlineData("transactions/tx 1")]
    [InlineData("transactions\\tx")]
    [InlineData("transactions/tx\r\n1")]
    public async Task A_path_that_leaves_the_base_is_refused(string path)
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(new Uri(server.Address, "/api/"));
        var request = new TransportRequest { Method = HttpMethod.Get, Path = path };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => fixture.SendAsync(request));

        Assert.DoesNotContain(path, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Accepted);
    }

    [Fact]
    public async Task A_content_type_that_is_none_is_refused_before_anything_is_sent()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        await using var fixture = new TransportFixture(server.Address);
        var request = new TransportRequest
        {
            Method = HttpMethod.Post,
            Path = "transactions",
            Content = new byte[1],
            ContentType = "json\r\nX: 1",
        };

        await Assert.ThrowsAsync<ArgumentException>(() => fixture.SendAsync(request));

        Assert.Equal(0, server.Accepted);
    }

    private static void AssertNotSent(TransportFault fault, TransportAnswer answer)
    {
        Assert.Equal(TransportEvidence.NotSent, answer.Evidence);
        Assert.Equal(fault, answer.Fault);
        Assert.Equal(0, answer.StatusCode);
        Assert.StartsWith("Not sent: ", answer.Description, StringComparison.Ordinal);
    }
}

using System.Net;
using System.Net.Sockets;
using PaymentAbstractions.Conformance;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

public abstract partial class RebillyHarness
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);

    private readonly Dictionary<ConformanceFault, IPaymentGateway> _faulty = [];
    private Socket? _refusing;
    private Socket? _deaf;

    public override IPaymentGateway? Inject(ConformanceFault fault)
    {
        if (InBand(fault) is { } sandboxFault)
        {
            Sandbox.Faults.Enqueue(sandboxFault, MovesMoney);
        }

        return fault switch
        {
            ConformanceFault.ConnectionRefused
            or ConformanceFault.NameNotResolved
            or ConformanceFault.TlsFailure
            or ConformanceFault.ConnectionStalls
            or ConformanceFault.TimeoutAfterProcessing => Faulty(fault),
            _ => Gateway,
        };
    }

    public override void DelayNextWrite(bool processFirst) =>
        Sandbox.Faults.Enqueue(
            processFirst ? SandboxFault.DelayAfterProcessing(Moment) : SandboxFault.Delay(Moment),
            MovesMoney
        );

    public override void ClearFaults() => Sandbox.Faults.Clear();

    private SandboxFault? InBand(ConformanceFault fault) =>
        fault switch
        {
            ConformanceFault.ResetBeforeProcessing => SandboxFault.ResetBeforeProcessing,
            ConformanceFault.ResetAfterProcessing => SandboxFault.ResetAfterProcessing,
            ConformanceFault.HalfStatusLine => SandboxFault.HalfStatusLine,
            ConformanceFault.TruncatedBody => SandboxFault.TruncatedBody,
            ConformanceFault.EmptyBody => SandboxFault.EmptyBody,
            ConformanceFault.WrongContentType => SandboxFault.WrongContentType,
            ConformanceFault.ServerError500 => SandboxFault.ServerError500,
            ConformanceFault.ServerError500BeforeProcessing => SandboxFault.ServerError500BeforeProcessing,
            ConformanceFault.BadGatewayHtml502 => SandboxFault.BadGateway502Html,
            ConformanceFault.BadGatewayHtml502BeforeProcessing => SandboxFault.BadGateway502HtmlBeforeProcessing,
            ConformanceFault.OkHtml200 => SandboxFault.Ok200Html,
            ConformanceFault.OkHtml200BeforeProcessing => SandboxFault.Ok200HtmlBeforeProcessing,
            ConformanceFault.Conflict409 => SandboxFault.Conflict409,
            ConformanceFault.TooManyRequests429 => SandboxFault.TooManyRequests429(TimeSpan.FromSeconds(9)),
            ConformanceFault.TooManyRequests429AfterProcessing => SandboxFault.TooManyRequests429AfterProcessing(
                TimeSpan.FromSeconds(9)
            ),
            ConformanceFault.TimeoutAfterProcessing => SandboxFault.Hang(),
            ConformanceFault.WrongAmountEchoed => SandboxFault.WrongAmountEchoed,
            ConformanceFault.WrongCurrencyEchoed => SandboxFault.WrongCurrencyEchoed,
            ConformanceFault.WrongTypeEchoed => SandboxFault.WrongTypeEchoed,
            ConformanceFault.WrongIdEchoed => SandboxFault.WrongIdEchoed,
            ConformanceFault.Unauthorized401 => SandboxFault.Unauthorized401,
            ConformanceFault.Forbidden403 => SandboxFault.Forbidden403,
            ConformanceFault.NotFound404 => SandboxFault.NotFound404,
            ConformanceFault.Redirect307 => SandboxFault.Redirect307(Sandbox.BaseAddress),
            ConformanceFault.ServiceUnavailable503 => SandboxFault.ServiceUnavailable503,
            _ => null,
        };

    private IPaymentGateway Faulty(ConformanceFault fault)
    {
        if (!_faulty.TryGetValue(fault, out var gateway))
        {
            gateway = Connect(ConnectionWith(fault));
            _faulty.Add(fault, gateway);
        }

        return gateway;
    }

    private RebillyConnection ConnectionWith(ConformanceFault fault) =>
        fault switch
        {
            // Bound, so that nobody else takes the port, and not listening.
            ConformanceFault.ConnectionRefused => new(AddressOf(_refusing = Bound(), Uri.UriSchemeHttp), ApiKey),
            ConformanceFault.NameNotResolved => new(new Uri("https://gateway.invalid/"), ApiKey),
            ConformanceFault.TlsFailure => new(
                new UriBuilder(Sandbox.BaseAddress) { Scheme = Uri.UriSchemeHttps }.Uri,
                ApiKey
            ),
            ConformanceFault.ConnectionStalls => new(AddressOf(_deaf = Listening(), Uri.UriSchemeHttps), ApiKey)
            {
                SendTimeout = Moment,
            },
            _ => new(Sandbox.BaseAddress, ApiKey) { Deadline = Moment, SendTimeout = Moment },
        };

    private static Uri AddressOf(Socket socket, string scheme) =>
        new UriBuilder(scheme, "127.0.0.1", ((IPEndPoint)socket.LocalEndPoint!).Port).Uri;

    private static Socket Listening()
    {
        var socket = Bound();
        socket.Listen();
        return socket;
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}

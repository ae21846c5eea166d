using System.Net;
using System.Net.Sockets;
using PaymentAbstractions.Conformance;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

public abstract partial class RebillyHarness
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);

    private readonly Dictionary<ConformanceFault, IPaymentGateway> _faulty = [];
    private ImpatientClock? _impatient;
    private Socket? _refusing;
    private Socket? _deaf;

    private ImpatientClock Impatient => _impatient ??= new ImpatientClock(Sandbox.Clock);

    public override IPaymentGateway? Inject(ConformanceFault fault)
    {
        if (fault == ConformanceFault.TimeoutAfterProcessing)
        {
            Sandbox.Faults.Enqueue(SandboxFault.Hang(), LetDeadlinePassOnWrite);
        }
        else if (InBand(fault) is { } sandboxFault)
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

    public override IDisposable HoldNextWrite()
    {
        var hold = new Hold();
        Sandbox.Faults.Enqueue(
            SandboxFault.Delay(TimeSpan.Zero),
            request =>
            {
                var held = MovesMoney(request);
                if (held)
                {
                    hold.Wait();
                }

                return held;
            }
        );
        return hold;
    }

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
            ConformanceFault.Conflict409AfterProcessing => SandboxFault.Conflict409AfterProcessing,
            ConformanceFault.TooManyRequests429 => SandboxFault.TooManyRequests429(TimeSpan.FromSeconds(9)),
            ConformanceFault.TooManyRequests429AfterProcessing => SandboxFault.TooManyRequests429AfterProcessing(
                TimeSpan.FromSeconds(9)
            ),
            ConformanceFault.WrongAmountEchoed => SandboxFault.WrongAmountEchoed,
            ConformanceFault.WrongCurrencyEchoed => SandboxFault.WrongCurrencyEchoed,
            ConformanceFault.WrongTypeEchoed => SandboxFault.WrongTypeEchoed,
            ConformanceFault.WrongIdEchoed => SandboxFault.WrongIdEchoed,
            ConformanceFault.Unauthorized401 => SandboxFault.Unauthorized401,
            ConformanceFault.Forbidden403 => SandboxFault.Forbidden403,
            ConformanceFault.NotFound404 => SandboxFault.NotFound404,
            ConformanceFault.Redirect307 => SandboxFault.Redirect307(
                new Uri(Sandbox.BaseAddress, "organizations/org_main/transactions")
            ),
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
            ConformanceFault.NameNotResolved => new(Sandbox.BaseAddress, ApiKey) { IsHostLost = true },
            ConformanceFault.TlsFailure => new(
                new UriBuilder(Sandbox.BaseAddress) { Scheme = Uri.UriSchemeHttps }.Uri,
                ApiKey
            ),
            ConformanceFault.ConnectionStalls => new(AddressOf(_deaf = Listening(), Uri.UriSchemeHttps), ApiKey)
            {
                Deadline = Moment,
                SendTimeout = Moment,
            },
            _ => new(Sandbox.BaseAddress, ApiKey) { Clock = Impatient },
        };

    private bool LetDeadlinePassOnWrite(SandboxRequest request)
    {
        var met = MovesMoney(request);
        if (met)
        {
            Impatient.LetDeadlinesPass();
        }

        return met;
    }

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

    private sealed class Hold : IDisposable
    {
        private readonly ManualResetEventSlim _released = new();

        public void Wait() => _released.Wait();

        // Not disposed: the request may still be about to wait.
        public void Dispose() => _released.Set();
    }
}

using PaymentAbstractions.Conformance;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

public abstract partial class RebillyHarness
{
    public override bool Inject(ConformanceFault fault)
    {
        if (fault == ConformanceFault.TimeoutAfterProcessing)
        {
            Sandbox.Faults.Enqueue(SandboxFault.Hang(), LetDeadlinesPassOnWrite);
        }
        else if (InBand(fault) is { } sandboxFault)
        {
            Sandbox.Faults.Enqueue(sandboxFault, MovesMoney);
        }
        else
        {
            return _network!.Break(fault);
        }

        return true;
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

    public override void ClearFaults()
    {
        Sandbox.Faults.Clear();
        _network!.Repair();
    }

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

    private bool LetDeadlinesPassOnWrite(SandboxRequest request)
    {
        var met = MovesMoney(request);
        if (met)
        {
            _clock!.LetDeadlinesPass();
        }

        return met;
    }

    private sealed class Hold : IDisposable
    {
        private readonly ManualResetEventSlim _released = new();

        public void Wait() => _released.Wait();

        // Not disposed: the request may still be about to wait.
        public void Dispose() => _released.Set();
    }
}

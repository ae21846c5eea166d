using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Conformance;

public abstract partial class SandboxHarness<TSandbox, TProvider>
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(9);
    private int _shownBefore;

    /// <inheritdoc />
    public override bool IsFaultShown => _network!.IsMet || Sandbox.Faults.Shown > _shownBefore;

    /// <inheritdoc />
    public override bool Inject(ConformanceFault fault)
    {
        ForgetShown();
        if (InBand(fault) is not { } inBand)
        {
            return _network!.Break(fault);
        }

        if (!Sandbox.Faults.CanShow(inBand))
        {
            return false;
        }

        Sandbox.Faults.Enqueue(inBand, Meets(fault));
        return true;
    }

    /// <inheritdoc />
    public override IDisposable HoldNextWrite() => Sandbox.Faults.HoldNext(Sandbox.MovesMoney);

    /// <inheritdoc />
    public override void ClearFaults()
    {
        Sandbox.Faults.Clear();
        _network!.Repair();
    }

    /// <summary>
    /// Whether the gateway relies on the read that follows a write, and not on the answer to the write. A falsified value has an effect
    /// only there, so the faults that falsify the amount, currency, type or status are applied to that read.
    /// </summary>
    /// <param name="write">A write (a request to move money).</param>
    /// <returns>By default, <see langword="false"/>.</returns>
    protected virtual bool IsConfirmedByRead(SandboxRequest write) => false;

    private void ForgetShown()
    {
        _shownBefore = Sandbox.Faults.Shown;
        _network!.IsMet = false;
    }

    private Func<SandboxRequest, bool> Meets(ConformanceFault fault)
    {
        if (
            fault
            is not (
                ConformanceFault.WrongAmountEchoed
                or ConformanceFault.WrongCurrencyEchoed
                or ConformanceFault.WrongTypeEchoed
                or ConformanceFault.UnknownStatusEchoed
            )
        )
        {
            return Sandbox.MovesMoney;
        }

        var isWritten = false;
        return request =>
        {
            if (!Sandbox.MovesMoney(request))
            {
                return isWritten;
            }

            isWritten |= IsConfirmedByRead(request);
            return !isWritten;
        };
    }

    private SandboxFault? InBand(ConformanceFault fault) =>
        fault switch
        {
            ConformanceFault.TimeoutAfterProcessing => SandboxFault.Hang(),
            ConformanceFault.BadGatewayHtml502 => SandboxFault.BadGateway502Html,
            ConformanceFault.BadGatewayHtml502BeforeProcessing => SandboxFault.BadGateway502HtmlBeforeProcessing,
            ConformanceFault.OkHtml200 => SandboxFault.Ok200Html,
            ConformanceFault.OkHtml200BeforeProcessing => SandboxFault.Ok200HtmlBeforeProcessing,
            ConformanceFault.TooManyRequests429 => SandboxFault.TooManyRequests429(Wait),
            ConformanceFault.TooManyRequests429AfterProcessing => SandboxFault.TooManyRequests429AfterProcessing(Wait),
            ConformanceFault.Redirect307 => SandboxFault.Redirect307(new Uri(Sandbox.RootAddress, "elsewhere")),
            // The other faults have the same names in the emulator.
            _ => SandboxFault.All.FirstOrDefault(one => one.Name == fault.ToString()),
        };
}

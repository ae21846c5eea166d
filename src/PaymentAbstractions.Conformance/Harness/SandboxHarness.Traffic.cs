namespace PaymentAbstractions.Conformance;

public abstract partial class SandboxHarness<TSandbox, TProvider>
{
    /// <inheritdoc />
    public override IReadOnlyList<ReceivedRequest> Traffic =>
        [
            .. Sandbox.Traffic.Requests.Select(request => new ReceivedRequest
            {
                Method = request.Method,
                Path = request.Path,
                Headers = request.Headers,
                Body = request.Body,
                MovesMoney = Sandbox.MovesMoney(request),
            }),
        ];

    /// <inheritdoc />
    public override bool InjectAfter(int requests, ConformanceFault fault)
    {
        ForgetShown();
        if (InBand(fault) is not { } inBand)
        {
            return _network!.Break(fault, requests);
        }

        if (!Sandbox.Faults.CanShow(inBand))
        {
            return false;
        }

        var left = requests;
        Sandbox.Faults.Enqueue(inBand, _ => left-- <= 0);
        return true;
    }

    /// <inheritdoc />
    public override IDisposable HoldNextRead() => Sandbox.Faults.HoldNext(request => !Sandbox.MovesMoney(request));

    /// <inheritdoc />
    public override void AnswerReadsWith(TransactionReference asked, TransactionReference shown)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(shown);
        _network!.Confuse(asked.TransactionId, shown.TransactionId);
    }
}

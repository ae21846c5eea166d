namespace PaymentAbstractions.Chaos;

/// <summary>Reports each resolution to the orchestrator when it is called and when it has recorded it. It may die in between.</summary>
internal sealed class HearingHandler(ChildConsole console, CrashPoint crash) : IPaymentResolutionHandler
{
    public Task HandleAsync(PaymentResolution resolution, CancellationToken cancellationToken = default)
    {
        var words = $"{resolution.IdempotencyKey.Value} {resolution.Revision} {resolution.Result.Outcome}";
        console.Event($"hears {words}");
        crash.Pass(CrashStep.DuringHandler);
        console.Event($"heard {words}");
        return Task.CompletedTask;
    }
}

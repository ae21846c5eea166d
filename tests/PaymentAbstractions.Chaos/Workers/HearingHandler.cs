namespace PaymentAbstractions.Chaos;

/// <summary>Tells the orchestrator of each resolution: when it is called, and when it has taken note. It may die in between.</summary>
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

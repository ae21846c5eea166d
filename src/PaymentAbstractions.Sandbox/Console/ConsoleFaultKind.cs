namespace PaymentAbstractions.Sandbox;

/// <summary>A fault that the console offers.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Title">A title for people; null for the faults that stand in the list of further ones.</param>
internal sealed record ConsoleFaultKind(SandboxFault Fault, string? Title = null)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(5);

    /// <summary>Every fault that the console offers; those with a title first.</summary>
    public static IReadOnlyList<ConsoleFaultKind> All { get; } =
        Complete([
            new(SandboxFault.Hang(), "Time-out after charging"),
            new(SandboxFault.ResetAfterProcessing, "Connection lost after charging"),
            new(SandboxFault.ResetBeforeProcessing, "Connection lost before charging"),
            new(SandboxFault.ServerError500, "HTTP 500 after charging"),
            new(SandboxFault.ServerError500BeforeProcessing, "HTTP 500 before charging"),
            new(SandboxFault.TooManyRequests429(RetryAfter), "Too many requests (429)"),
            new(SandboxFault.BadGateway502Html, "Proxy error page (502) after charging"),
            new(SandboxFault.DelayAfterProcessing(Slowness), "Answer delayed by 5 seconds"),
            new(SandboxFault.TooManyRequests429AfterProcessing(RetryAfter)),
        ]);

    private static ConsoleFaultKind[] Complete(IReadOnlyList<ConsoleFaultKind> kinds) =>
        [
            .. kinds,
            .. SandboxFault
                .All.ExceptBy(
                    kinds.Select(static kind => kind.Fault.Name),
                    static fault => fault.Name,
                    StringComparer.Ordinal
                )
                .Select(static fault => new ConsoleFaultKind(fault)),
        ];
}

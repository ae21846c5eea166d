namespace PaymentAbstractions.Sandbox;

/// <summary>A request with its result.</summary>
/// <param name="Request">The request.</param>
internal sealed record SandboxExchangeRecord(SandboxRequest Request)
{
    /// <summary>The HTTP status of the answer; null when there is none yet, or the connection was cut instead.</summary>
    public int? Status { get; init; }

    /// <summary>The fault that the request met; null when it met none.</summary>
    public SandboxFault? Fault { get; init; }
}

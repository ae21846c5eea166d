namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>An authenticated request for one merchant account.</summary>
internal sealed record VirtualTerminalCall
{
    public required Merchant Merchant { get; init; }

    /// <summary>The body's members; empty for a GET.</summary>
    public required BodyReader Body { get; init; }
}

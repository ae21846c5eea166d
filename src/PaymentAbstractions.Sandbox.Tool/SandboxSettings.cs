namespace PaymentAbstractions.Sandbox.Tool;

/// <summary>What the command line asks for. A port of 0 is any free one.</summary>
internal sealed record SandboxSettings
{
    public required int RebillyPort { get; init; }

    public required int VirtualTerminalPort { get; init; }

    public required int ConsolePort { get; init; }

    /// <summary>Where the emulated Rebilly sends webhooks; null for nowhere.</summary>
    public Uri? Webhooks { get; init; }
}

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>One gateway's options, checked, with its currency.</summary>
internal sealed class VirtualTerminalAccount(VirtualTerminalOptions options)
{
    public VirtualTerminalOptions Options { get; } = options;

    public Currency Currency { get; } = Currency.Parse(options.Currency);
}

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The validated options of one gateway, with its currency.</summary>
internal sealed class VirtualTerminalAccount(VirtualTerminalOptions options)
{
    public VirtualTerminalOptions Options { get; } = options;

    public Currency Currency { get; } = Currency.Parse(options.Currency);
}

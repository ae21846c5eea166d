namespace PaymentAbstractions.Sandbox.VirtualTerminal;

internal static class TransactionStatus
{
    public const string NotSettled = "Not Settled";
    public const string Settled = "Settled";
    public const string Voided = "Voided";
    public const string Failed = "Failed";
}

namespace PaymentAbstractions.Sandbox.Rebilly;

internal static class TransactionType
{
    public const string Authorize = "authorize";
    public const string Capture = "capture";
    public const string Credit = "credit";
    public const string Refund = "refund";
    public const string Sale = "sale";
    public const string Setup = "setup";
    public const string Void = "void";
}

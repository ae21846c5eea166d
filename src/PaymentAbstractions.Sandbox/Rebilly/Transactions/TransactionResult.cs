namespace PaymentAbstractions.Sandbox.Rebilly;

internal static class TransactionResult
{
    public const string Abandoned = "abandoned";
    public const string Approved = "approved";
    public const string Canceled = "canceled";
    public const string Declined = "declined";
    public const string Unknown = "unknown";

    public static bool IsFinal(string value) => value is Abandoned or Approved or Canceled or Declined;
}

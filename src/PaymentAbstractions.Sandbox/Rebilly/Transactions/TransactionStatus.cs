namespace PaymentAbstractions.Sandbox.Rebilly;

internal static class TransactionStatus
{
    public const string Completed = "completed";
    public const string ConnError = "conn-error";
    public const string NeverSent = "never-sent";
    public const string Offsite = "offsite";
    public const string PartiallyRefunded = "partially-refunded";
    public const string Pending = "pending";
    public const string Refunded = "refunded";
    public const string Sending = "sending";
    public const string Timeout = "timeout";
    public const string Voided = "voided";
    public const string WaitingApproval = "waiting-approval";
    public const string WaitingCapture = "waiting-capture";
    public const string WaitingGateway = "waiting-gateway";
    public const string WaitingRefund = "waiting-refund";

    /// <summary>Whether a transaction waits for a customer, a gateway or a queue.</summary>
    public static bool IsWaiting(string value) =>
        value is Offsite or Pending or Sending or WaitingApproval or WaitingGateway;

    /// <summary>Whether the exchange with the gateway broke.</summary>
    public static bool IsBroken(string value) => value is Timeout or ConnError or NeverSent;

    /// <summary>Whether a status has the result "unknown".</summary>
    public static bool IsPending(string value) => IsWaiting(value) || IsBroken(value);
}

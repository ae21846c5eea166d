namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>The values of the API on which decisions depend.</summary>
internal static class Vocabulary
{
    public const string Sale = "sale";
    public const string Authorize = "authorize";
    public const string Capture = "capture";
    public const string Void = "void";
    public const string Refund = "refund";
    public const string Credit = "credit";
    public const string Setup = "setup";
    public const string Authentication = "3ds-authentication";

    public const string PaymentCard = "payment-card";
    public const string Ach = "ach";

    public const string Approved = "approved";
    public const string Declined = "declined";
    public const string Canceled = "canceled";
    public const string Abandoned = "abandoned";
    public const string Unknown = "unknown";

    public const string Completed = "completed";
    public const string ConnectionError = "conn-error";
    public const string Disputed = "disputed";
    public const string NeverSent = "never-sent";
    public const string Offsite = "offsite";
    public const string PartiallyRefunded = "partially-refunded";
    public const string Pending = "pending";
    public const string Refunded = "refunded";
    public const string Sending = "sending";
    public const string Suspended = "suspended";
    public const string GatewayTimeout = "timeout";
    public const string Voided = "voided";
    public const string WaitingApproval = "waiting-approval";
    public const string WaitingCapture = "waiting-capture";
    public const string WaitingGateway = "waiting-gateway";
    public const string WaitingRefund = "waiting-refund";

    public static PaymentOperation OperationOf(string? type) =>
        type switch
        {
            Sale => PaymentOperation.Sale,
            Authorize => PaymentOperation.Authorize,
            Capture => PaymentOperation.Capture,
            Void => PaymentOperation.Void,
            Refund => PaymentOperation.Refund,
            Credit => PaymentOperation.Credit,
            // A separate authentication does not move money either.
            Setup or Authentication => PaymentOperation.Setup,
            _ => PaymentOperation.Unknown,
        };

    /// <summary>The types of an operation for a filter.</summary>
    public static IEnumerable<string> TypesOf(PaymentOperation operation) =>
        operation == PaymentOperation.Setup ? [Setup, Authentication] : [TypeOf(operation)];

    public static string ResultOf(RebillyFinalResult result) =>
        result switch
        {
            RebillyFinalResult.Abandoned => Abandoned,
            RebillyFinalResult.Approved => Approved,
            RebillyFinalResult.Canceled => Canceled,
            RebillyFinalResult.Declined => Declined,
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };

    public static string TypeOf(PaymentOperation operation) =>
        operation switch
        {
            PaymentOperation.Sale => Sale,
            PaymentOperation.Authorize => Authorize,
            PaymentOperation.Capture => Capture,
            PaymentOperation.Void => Void,
            PaymentOperation.Refund => Refund,
            PaymentOperation.Credit => Credit,
            PaymentOperation.Setup => Setup,
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };
}

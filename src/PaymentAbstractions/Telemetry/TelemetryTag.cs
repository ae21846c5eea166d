namespace PaymentAbstractions;

/// <summary>The names of every tag of spans and metrics; <c>docs/telemetry.md</c> lists the same ones.</summary>
internal static class TelemetryTag
{
    public const string CheckResult = "payment.check.result";
    public const string CircuitState = "payment.circuit.state";
    public const string Code = "payment.code";
    public const string CodeAdvice = "payment.code.advice";
    public const string CodeCategory = "payment.code.category";
    public const string DoubtState = "payment.doubt.state";
    public const string Environment = "payment.environment";
    public const string ErrorType = "error.type";
    public const string Field = "payment.field";
    public const string Gateway = "payment.gateway";
    public const string HttpMethod = "http.request.method";
    public const string HttpStatus = "http.response.status_code";
    public const string JournalStep = "payment.journal.step";
    public const string Key = "payment.key";
    public const string LevelReported = "payment.level.reported";
    public const string LevelSent = "payment.level.sent";
    public const string LookupResult = "payment.lookup.result";
    public const string LookupStatus = "payment.lookup.status";
    public const string NotificationIsHint = "payment.notification.is_hint";
    public const string NotificationStatus = "payment.notification.status";
    public const string Operation = "payment.operation";
    public const string Outcome = "payment.outcome";
    public const string ProviderCode = "payment.provider.code";
    public const string Reason = "payment.reason";
    public const string RoundIsComplete = "payment.recovery.is_complete";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string Source = "payment.resolution.source";
    public const string Transaction = "payment.transaction";
}

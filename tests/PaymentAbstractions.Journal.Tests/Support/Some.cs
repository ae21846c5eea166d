namespace PaymentAbstractions.Journal.Tests;

/// <summary>Arbitrary values that are visibly arbitrary.</summary>
internal static class Some
{
    public const string Gateway = "cards_eu";

    public const GatewayEnvironment Environment = GatewayEnvironment.Live;

    public static readonly AccountFingerprint Account = AccountFingerprint.Of("Provider", "Sandbox", "shop");

    public static readonly AccountFingerprint OtherAccount = AccountFingerprint.Of("Provider", "Sandbox", "other");

    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static JournalKey Key(string key) => new(Environment, new IdempotencyKey(key));

    public static JournalIntent Sale(string key, string order = "order-1", decimal amount = 10m) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Environment = Environment,
            Operation = PaymentOperation.Sale,
            Gateway = Gateway,
            Account = Account,
            StartedAt = Now,
            SendBy = Now.AddSeconds(30),
            Amount = Money.Usd(amount),
            OrderReference = new OrderReference(order),
            MethodFingerprint = "method-1",
        };

    public static JournalIntent Authorize(string key, string order = "order-1", decimal amount = 10m) =>
        Sale(key, order, amount) with
        {
            Operation = PaymentOperation.Authorize,
        };

    public static JournalIntent Capture(string key, TransactionReference original, decimal amount = 10m) =>
        For(PaymentOperation.Capture, key, original, Money.Usd(amount));

    public static JournalIntent Refund(string key, TransactionReference original, decimal amount = 10m) =>
        For(PaymentOperation.Refund, key, original, Money.Usd(amount));

    public static JournalIntent Void(string key, TransactionReference original) =>
        For(PaymentOperation.Void, key, original, amount: null);

    public static JournalIntent Credit(string key, string order = "order-1", decimal amount = 10m) =>
        Sale(key, order, amount) with
        {
            Operation = PaymentOperation.Credit,
        };

    public static TransactionReference Transaction(string id, AccountFingerprint? account = null) =>
        new(Gateway, account ?? Account, id);

    /// <summary>The same transaction, as the gateway refers to it after it was renamed.</summary>
    public static TransactionReference Renamed(TransactionReference reference) =>
        new("renamed", reference.Account, reference.TransactionId);

    public static JournalOutcome Approved(JournalIntent intent, string? id = null, decimal? amount = null) =>
        Outcome(
            intent,
            PaymentOutcome.Approved,
            Transaction(id ?? "txn-" + intent.IdempotencyKey),
            amount is { } given ? Money.Usd(given) : intent.Amount
        );

    public static JournalOutcome Declined(JournalIntent intent) => Outcome(intent, PaymentOutcome.Declined);

    public static JournalOutcome Pending(JournalIntent intent) => Outcome(intent, PaymentOutcome.Pending);

    public static JournalOutcome Unknown(JournalIntent intent) => Outcome(intent, PaymentOutcome.Unknown);

    public static JournalOutcome Rejected(JournalIntent intent) => Outcome(intent, PaymentOutcome.Rejected);

    public static JournalOutcome NotSent(JournalIntent intent) => Outcome(intent, PaymentOutcome.NotSent);

    public static JournalOutcome Outcome(
        JournalIntent intent,
        PaymentOutcome outcome,
        TransactionReference? transaction = null,
        Money? approved = null
    ) =>
        JournalOutcome.Of(
            new PaymentResult
            {
                Outcome = outcome,
                Operation = intent.Operation,
                Gateway = intent.Gateway,
                IdempotencyKey = intent.IdempotencyKey,
                RequestedAmount = intent.Amount,
                Transaction = transaction,
                ApprovedAmount = approved,
            }
        );

    public static JournalResolution Resolution(
        JournalIntent intent,
        JournalOutcome outcome,
        int attempt = 1,
        JournalResolutionSource source = JournalResolutionSource.Lookup
    ) =>
        new()
        {
            Key = intent.JournalKey,
            Attempt = attempt,
            Outcome = outcome,
            Source = source,
            At = Now.AddHours(1),
            Who = "recovery",
            Why = "found by its reference",
        };

    /// <summary>A reading of the provider, one minute after everything else began.</summary>
    public static JournalObservation Observation(string id, bool isReversed = false, decimal? refunded = null) =>
        new()
        {
            Transaction = Transaction(id),
            ReadAt = Now.AddMinutes(1),
            IsReversed = isReversed,
            RefundedAmount = refunded is { } amount ? Money.Usd(amount) : null,
        };

    private static JournalIntent For(
        PaymentOperation operation,
        string key,
        TransactionReference original,
        Money? amount
    ) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Environment = Environment,
            Operation = operation,
            Gateway = Gateway,
            Account = Account,
            StartedAt = Now,
            SendBy = Now.AddSeconds(30),
            Amount = amount,
            Original = original,
        };
}

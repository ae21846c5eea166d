using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool.Tests;

/// <summary>Puts payments into a journal.</summary>
internal static class Filled
{
    public static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch.AddYears(50);

    private static readonly AccountFingerprint Account = AccountFingerprint.Of("Provider", "Sandbox", "shop");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static JournalIntent Intent(string key, DateTimeOffset? started = null, string order = "order-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Environment = GatewayEnvironment.Live,
            Operation = PaymentOperation.Sale,
            Gateway = "cards",
            Account = Account,
            StartedAt = started ?? LongAgo,
            SendBy = (started ?? LongAgo).AddMinutes(1),
            HoldGuardsFor = TimeSpan.FromMinutes(30),
            Amount = Money.Usd(12),
            OrderReference = new OrderReference(order),
            MethodFingerprint = "method-1",
            Guards = [new PaymentGuard { Name = "shop:customer-7" }],
        };

    public static PaymentResult Result(
        JournalIntent intent,
        PaymentOutcome outcome = PaymentOutcome.Unknown,
        PaymentReason reason = PaymentReason.NoTrustworthyAnswer
    ) =>
        new()
        {
            Outcome = outcome,
            Operation = intent.Operation,
            Reason = reason,
            Message = outcome == PaymentOutcome.Unknown ? "The line was cut." : null,
            Gateway = intent.Gateway,
            Transaction =
                outcome == PaymentOutcome.Approved
                    ? new TransactionReference(intent.Gateway, intent.Account, $"txn-{intent.IdempotencyKey}")
                    : null,
            IdempotencyKey = intent.IdempotencyKey,
            RequestedAmount = intent.Amount,
            ApprovedAmount = outcome == PaymentOutcome.Approved ? intent.Amount : null,
        };

    /// <summary>Adds an attempt with its outcomes; without any it stays open.</summary>
    public static async Task<JournalEntry> AddAsync(
        IPaymentJournal journal,
        JournalIntent intent,
        params PaymentOutcome[] outcomes
    )
    {
        var begun = await journal.BeginAsync(intent, Token);
        Assert.True(begun.IsStarted, $"{begun}");
        foreach (var outcome in outcomes)
        {
            var reason = outcome == PaymentOutcome.Unknown ? PaymentReason.NoTrustworthyAnswer : PaymentReason.None;
            await journal.CompleteAsync(
                intent.JournalKey,
                begun.Entry!.Attempt,
                JournalOutcome.Of(Result(intent, outcome, reason)),
                cancellationToken: Token
            );
        }

        return (await journal.FindAsync(intent.JournalKey, Token))!;
    }

    /// <summary>Adds an unresolved payment, <c>stuck</c>, with a second attempt, and a later one, <c>later</c>.</summary>
    public static async Task AddStuckAsync(IPaymentJournal journal)
    {
        await AddAsync(journal, Intent("stuck"), PaymentOutcome.NotSent);
        await AddAsync(journal, Intent("stuck"), PaymentOutcome.Unknown);
        await AddAsync(
            journal,
            Intent("later", LongAgo.AddDays(1), "order-2") with
            {
                Environment = GatewayEnvironment.Sandbox,
            },
            PaymentOutcome.Unknown
        );
    }
}

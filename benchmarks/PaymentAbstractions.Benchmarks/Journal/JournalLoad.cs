using System.Diagnostics;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Benchmarks.Journal;

/// <summary>Payments of a shop, each a durable intent and a durable outcome.</summary>
internal sealed class JournalLoad(IPaymentJournal journal, string name)
{
    private static readonly AccountFingerprint Account = AccountFingerprint.Of("Example", "Live", "shop");

    private int _next;

    /// <summary>Takes payments by several callers at once.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> RunAsync(int payments, int callers, bool complete = true)
    {
        var last = _next + payments;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => CallAsync(last, complete))));
        _next = last;
        return watch.Elapsed;
    }

    public static JournalIntent Intent(string id)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new JournalIntent
        {
            IdempotencyKey = new IdempotencyKey("key-" + id),
            Environment = GatewayEnvironment.Live,
            Operation = PaymentOperation.Sale,
            Gateway = "cards_eu",
            Account = Account,
            StartedAt = now,
            SendBy = now.AddSeconds(30),
            Amount = Money.Eur(49.90m),
            OrderReference = new OrderReference("order-" + id),
            CustomerId = "cus_01J9ZK3W6Q4R8T5V7X2Y",
            MethodFingerprint = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=",
        };
    }

    private async Task CallAsync(int last, bool complete)
    {
        while (true)
        {
            var number = Interlocked.Increment(ref _next);
            if (number > last)
            {
                return;
            }

            var intent = Intent($"{name}-{number}");
            await PayAsync(journal, intent, complete);
        }
    }

    /// <summary>Begins a payment, and completes it.</summary>
    public static async Task PayAsync(IPaymentJournal journal, JournalIntent intent, bool complete = true)
    {
        var begun = await journal.BeginAsync(intent);
        if (!begun.IsStarted)
        {
            throw new InvalidOperationException($"A payment was not begun: {begun}");
        }

        if (complete)
        {
            var written = await journal.CompleteAsync(intent.JournalKey, begun.Attempt, Approved(intent));
            if (!written.IsRecorded)
            {
                throw new InvalidOperationException($"A payment was not recorded: {written}");
            }
        }
    }

    public static JournalOutcome Approved(JournalIntent intent) =>
        JournalOutcome.Of(
            new PaymentResult
            {
                Outcome = PaymentOutcome.Approved,
                Operation = intent.Operation,
                Gateway = intent.Gateway,
                IdempotencyKey = intent.IdempotencyKey,
                Transaction = new TransactionReference(intent.Gateway, intent.Account, "txn-" + intent.IdempotencyKey),
                RequestedAmount = intent.Amount,
                ApprovedAmount = intent.Amount,
                Code = ResponseCode.FromProvider("00"),
                Provider = new ProviderDetails { Code = "approved", AuthorizationCode = "A1B2C3" },
            }
        );
}

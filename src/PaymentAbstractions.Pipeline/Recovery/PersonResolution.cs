using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>A person's decision, validated as far as possible.</summary>
internal static class PersonResolution
{
    public static JournalResolution Of(
        JournalEntry entry,
        PaymentOutcome outcome,
        TransactionReference? transaction,
        string who,
        string why,
        DateTimeOffset now
    )
    {
        var intent = entry.Intent;
        if (outcome == PaymentOutcome.Approved && intent.Operation == PaymentOperation.Void)
        {
            transaction ??= intent.Original;
        }

        // Keep the transaction of the earlier approval, because the provider may show it as approved again.
        if (outcome is PaymentOutcome.Declined or PaymentOutcome.Rejected && entry.IsApproved)
        {
            transaction ??= entry.Outcome!.Transaction;
        }

        var problems = new ProblemList();
        if (
            outcome
            is not (
                PaymentOutcome.Approved
                or PaymentOutcome.Declined
                or PaymentOutcome.Rejected
                or PaymentOutcome.NotSent
            )
        )
        {
            problems.Add(nameof(outcome), "must be Approved, Declined, Rejected or NotSent.");
        }

        if (outcome == PaymentOutcome.Approved && transaction is null)
        {
            problems.Add(nameof(transaction), "must be given when money moved, because captures and refunds need it.");
        }

        if (transaction is not null && transaction.Account != intent.Account)
        {
            problems.Add(nameof(transaction), "belongs to an account other than that of the attempt.");
        }

        problems.ThrowIfAny();
        return new JournalResolution
        {
            Key = entry.Key,
            Attempt = entry.Attempt,
            Outcome = JournalOutcome.Of(ResultOf(intent, outcome, transaction)),
            Source = JournalResolutionSource.Person,
            At = now,
            Who = who,
            Why = why,
            ExpectedRevision = entry.Revision,
        };
    }

    private static PaymentResult ResultOf(
        JournalIntent intent,
        PaymentOutcome outcome,
        TransactionReference? transaction
    ) =>
        new()
        {
            Outcome = outcome,
            Operation = intent.Operation,
            Reason = PaymentReason.ResolvedByPerson,
            Gateway = intent.Gateway,
            Transaction = transaction,
            IdempotencyKey = intent.IdempotencyKey,
            RequestedAmount = intent.Amount,
            ApprovedAmount = outcome == PaymentOutcome.Approved ? intent.Amount : null,
        };
}

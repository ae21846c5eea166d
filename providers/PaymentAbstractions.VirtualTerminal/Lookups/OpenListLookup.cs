using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Finds an attempt in the customer's list of unsettled transactions by the mark in the description. The list hides what is
/// settled, voided or failed, and perhaps authorizations and credits: what it does not show proves nothing.
/// </summary>
internal sealed class OpenListLookup(VirtualTerminalAccount account, VirtualTerminalClient client)
{
    // Neither the server's zone nor its clock is known.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(24);

    public async Task<FindResult> FindAsync(
        PaymentAttempt attempt,
        PaymentOperation type,
        long customerId,
        long? paymentMethodId,
        CancellationToken cancellationToken
    )
    {
        var (answer, list) = await client.ListNotSettledAsync(customerId, cancellationToken).ConfigureAwait(false);
        if (list is null)
        {
            return FindResult.LookupFailed($"The list could not be read. {answer.Description}");
        }

        var rows = (list.Transactions ?? [])
            .OfType<TransactionBody>()
            .Where(row => !WasThereBefore(attempt, row))
            .ToList();
        var wireKey = account.WireKey(attempt.IdempotencyKey);
        bool Fits(TransactionBody row) =>
            TransactionEvidence.IdOf(row) > 0
            && Vocabulary.OperationOf(row.TransactionType) == type
            && (
                attempt.Amount is null || VirtualTerminalMoney.Read(row.TotalAmount, account.Currency) == attempt.Amount
            )
            && IsOrAbsent(row.CustomerId, customerId)
            && IsOrAbsent(row.PaymentMethodId, paymentMethodId);

        var marked = rows.FindAll(row => DescriptionMark.Carries(row.Description, wireKey));
        if (marked.Count == 1 && Fits(marked[0]))
        {
            var id = TransactionEvidence.IdOf(marked[0]);
            return FindResult.Found(TransactionStates.Of(id, marked[0], account, answer));
        }

        if (marked.Count > 0)
        {
            return FindResult.Ambiguous(
                References(marked),
                marked.Count > 1
                    ? "Several transactions carry our mark."
                    : "The transaction with our mark is not the one that was asked for."
            );
        }

        var candidates = rows.FindAll(row =>
            Fits(row) && !DescriptionMark.IsMarked(row.Description) && MayBeOf(attempt, row)
        );
        return candidates.Count > 0
            ? FindResult.Ambiguous(References(candidates), "The transactions that fit do not carry our mark.")
            : FindResult.NotSeen(
                "The customer's list of unsettled transactions does not show it, which proves nothing."
            );
    }

    private ValueList<TransactionReference> References(IEnumerable<TransactionBody> rows) =>
        [.. rows.Select(row => TransactionEvidence.IdOf(row)).Where(id => id > 0).Select(account.Reference)];

    private static bool MayBeOf(PaymentAttempt attempt, TransactionBody row) =>
        TransactionTime.Read(row.TransactionTime) is not { } made || attempt.StartedAt - made <= ClockTolerance;

    private static bool WasThereBefore(PaymentAttempt attempt, TransactionBody row) =>
        attempt.Hints?.KnownTransactionIds.Contains(
            TransactionEvidence.IdOf(row).ToString(System.Globalization.CultureInfo.InvariantCulture)
        ) == true;

    private static bool IsOrAbsent(long? shown, long? expected) =>
        shown is null or 0 || expected is null or 0 || shown == expected;
}

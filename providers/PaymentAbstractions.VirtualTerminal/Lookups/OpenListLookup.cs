using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Finds an attempt in the customer's list of unsettled transactions by the mark in the description. The list hides what is
/// settled, voided or failed, and perhaps authorizations and credits: what it does not show proves nothing.
/// </summary>
internal sealed class OpenListLookup(VirtualTerminalAccount account, VirtualTerminalClient client)
{
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

        var sought = new SoughtTransaction(attempt, type, customerId, paymentMethodId, account);
        var rows = list.Where(row => !sought.WasThereBefore(row)).ToList();
        var marked = rows.FindAll(sought.IsMarked);
        if (marked.Count == 1 && sought.Fits(marked[0]))
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

        var candidates = rows.FindAll(sought.MayBe);
        return candidates.Count > 0
            ? FindResult.Ambiguous(References(candidates), "What may be it does not carry our mark.")
            : FindResult.NotSeen(
                "The customer's list of unsettled transactions does not show it, which proves nothing."
            );
    }

    private ValueList<TransactionReference> References(IEnumerable<TransactionBody> rows) =>
        [.. rows.Select(row => TransactionEvidence.IdOf(row)).Where(id => id > 0).Select(account.Reference)];
}

using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Checks the refusal of a charge whose text no row of <see cref="RefusalMeanings"/> knows: it may speak of something else
/// than the charge, so the customer's unsettled transactions have to agree with it.
/// </summary>
/// <remarks>
/// An absence proves nothing by itself. Beside a refusal it is believed for a sale, which published answers of that list
/// show; for authorizations and credits nothing documents that it has them.
/// </remarks>
internal sealed class UnlistedRefusals(VirtualTerminalAccount account, VirtualTerminalClient client)
{
    private readonly OpenListLookup _list = new(account, client);

    /// <returns>
    /// The refusal when it is believed; with the id of a transaction, to be read, when our mark is found; otherwise Unknown.
    /// </returns>
    public async Task<Verdict> CheckAsync(Verdict refused, AddOrder order, RunningAttempt attempt)
    {
        var sought = PaymentAttempt.Of(attempt.Request, attempt.StartedAt) with { Amount = order.Amount };
        var find = await attempt
            .PrepareAsync(token => _list.FindAsync(sought, order.Type, order.CustomerId, order.PaymentMethodId, token))
            .ConfigureAwait(false);
        if (find.Status == FindStatus.NotSeen && order.Type == PaymentOperation.Sale)
        {
            return refused with { NeedsLookup = false };
        }

        return refused with
        {
            Outcome = PaymentOutcome.Unknown,
            // The provider answered, only nobody knows what: no sign that it cannot be reached.
            Reason =
                find.Status == FindStatus.LookupFailed
                    ? PaymentReason.NoTrustworthyAnswer
                    : PaymentReason.UnrecognizedStatus,
            Message = $"{refused.Message}. The text is no known one, so it proves nothing. {find.Reason}",
            TransactionId = find.IsFound ? VirtualTerminalIds.Parse(find.State.Transaction.TransactionId) : 0,
            NeedsLookup = find.IsFound,
            Anomaly =
                find.Candidates.Count > 0
                    ? new PaymentAnomaly
                    {
                        Kind = AnomalyKind.Other,
                        Description = $"The answer denied success. {find.Reason}",
                        Transactions = find.Candidates,
                    }
                    : null,
        };
    }
}

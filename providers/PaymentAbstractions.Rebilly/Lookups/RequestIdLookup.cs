using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Finds the transaction that was made under a requestId, and adopts it only when it is the one that was asked for.</summary>
/// <remarks>
/// Source: core API reference, requestId and the list's filter. That the filter is honored is not documented: every row is
/// checked, and an empty list proves nothing.
/// </remarks>
internal sealed class RequestIdLookup(RebillyAccount account, RebillyClient client)
{
    private const int Limit = 100;

    public async Task<RequestIdFinding> FindAsync(
        string wireKey,
        Expectation expected,
        DateTimeOffset earliest,
        DateTimeOffset latest,
        CancellationToken cancellationToken
    )
    {
        var read = await client
            .ListTransactionsAsync($"requestId:{wireKey}", Limit, cancellationToken)
            .ConfigureAwait(false);
        if (!read.HasValue)
        {
            return new RequestIdFinding
            {
                LookupFailed = true,
                Explanation = $"The look-up failed: {read.Answer.Description}",
            };
        }

        var rows = read.Value.Where(body => body?.RequestId == wireKey).ToList();
        if (rows.Count == 0)
        {
            return new RequestIdFinding
            {
                Explanation = "No transaction with this requestId was shown, which proves nothing.",
            };
        }

        if (rows.Count > 1)
        {
            return new RequestIdFinding
            {
                Candidates = [.. rows.Select(body => account.Reference(body.Id)).OfType<TransactionReference>()],
                Explanation = $"{rows.Count} transactions carry this requestId.",
            };
        }

        var row = rows[0];
        if (row.CreatedTime is not { } created)
        {
            return NotAdopted(row, "The transaction with this requestId does not show when it was made.", null);
        }

        if (created < earliest || created > latest)
        {
            var misfit = Instants.Misfit(created, earliest, latest, account.Time);
            return NotAdopted(row, $"The transaction with this requestId was made at {misfit}", null);
        }

        var verdict = TransactionEvidence.Judge(row, expected, account);
        return verdict.Anomaly is { Kind: not AnomalyKind.PartialApprovalNotRequested } anomaly
            ? NotAdopted(row, "The transaction with this requestId is not the one that was asked for.", anomaly)
            : new RequestIdFinding
            {
                Match = row,
                Read = read,
                Explanation = "Found by its requestId.",
            };
    }

    /// <summary>The latest time at which a transaction can be the one of a call: the longest exchange, and a key's window.</summary>
    public DateTimeOffset Latest(DateTimeOffset started) =>
        Instants.After(started, RebillyAccount.RequestIdWindow + account.Options.Deadline);

    private RequestIdFinding NotAdopted(TransactionBody row, string explanation, PaymentAnomaly? anomaly) =>
        new()
        {
            Candidates = account.Reference(row.Id) is { } reference ? [reference] : [],
            Anomaly = anomaly,
            Explanation = explanation,
        };
}

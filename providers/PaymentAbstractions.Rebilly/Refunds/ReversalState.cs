using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>A transaction with what was voided or refunded of it so far.</summary>
internal sealed class ReversalState
{
    private const int MostChildren = 50;

    private ReversalState(
        TransactionBody original,
        Money amount,
        Money reversed,
        IReadOnlyList<TransactionBody> children
    )
    {
        Original = original;
        Amount = amount;
        Reversed = reversed;
        Children = children;
    }

    /// <summary>The transaction.</summary>
    public TransactionBody Original { get; }

    /// <summary>What the transaction took or holds.</summary>
    public Money Amount { get; }

    /// <summary>What was given back, is being given back, or may have been.</summary>
    public Money Reversed { get; }

    /// <summary>The voids and refunds there are.</summary>
    public IReadOnlyList<TransactionBody> Children { get; }

    /// <summary>Whether the bank has settled it.</summary>
    public bool IsSettled => Original.SettlementTime is not null;

    /// <summary>Reads the children one by one: the list's filter is not documented, the single read is.</summary>
    /// <returns>The state, or <see langword="null"/> when a part could not be read.</returns>
    public static async Task<ReversalState?> ReadAsync(
        TransactionBody original,
        RebillyAccount account,
        RebillyClient client,
        CancellationToken cancellationToken
    )
    {
        var ids = original.ChildTransactions ?? [];
        if (RebillyMoney.Read(original.Amount, original.Currency) is not { } amount || ids.Length > MostChildren)
        {
            return null;
        }

        var reversed = Money.Zero(amount.Currency);
        var children = new List<TransactionBody>(ids.Length);
        foreach (var id in ids.Where(id => account.Reference(id) is not null))
        {
            var read = await client.GetTransactionAsync(id, cancellationToken).ConfigureAwait(false);
            if (!read.HasValue)
            {
                return null;
            }

            if (read.Value.Type is not (Vocabulary.Void or Vocabulary.Refund))
            {
                continue;
            }

            children.Add(read.Value);
            if (StatusTable.Lookup(read.Value.Status, read.Value.Result).Outcome is PaymentOutcome.Declined)
            {
                continue;
            }

            if (
                RebillyMoney.Read(read.Value.Amount, read.Value.Currency) is not { } part
                || part.Currency != amount.Currency
            )
            {
                return null;
            }

            reversed += part;
        }

        return new ReversalState(original, amount, reversed, children);
    }

    /// <summary>Whether a transaction was there before.</summary>
    public bool Knows(string? id) => Original.Id == id || (Original.ChildTransactions ?? []).Contains(id);
}

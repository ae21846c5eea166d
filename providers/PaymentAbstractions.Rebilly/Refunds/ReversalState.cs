using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>A transaction with what was voided or refunded of it so far.</summary>
internal sealed class ReversalState
{
    private ReversalState(
        TransactionBody original,
        Money amount,
        Money reversed,
        IReadOnlyList<Read<TransactionBody>> children
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
    public IReadOnlyList<Read<TransactionBody>> Children { get; }

    /// <summary>Whether the bank has settled it.</summary>
    public bool IsSettled => Original.SettlementTime is not null;

    /// <returns>The state, or <see langword="null"/> when a part could not be read or the parts contradict each other.</returns>
    public static async Task<ReversalState?> ReadAsync(
        TransactionBody original,
        RebillyClient client,
        CancellationToken cancellationToken
    )
    {
        if (
            RebillyMoney.Read(original.Amount, original.Currency) is not { IsNegative: false } amount
            || await ChildTransactions.ReadAsync(original, client, cancellationToken).ConfigureAwait(false)
                is not { } children
        )
        {
            return null;
        }

        var reversals = children.FindAll(child => child.Value!.Type is Vocabulary.Void or Vocabulary.Refund);
        var reversed = Money.Zero(amount.Currency);
        foreach (
            var child in reversals.Select(child => child.Value!).DistinctBy(child => child.Id, StringComparer.Ordinal)
        )
        {
            if (GaveNothingBack(child))
            {
                continue;
            }

            if (AmountOf(child) is not { IsNegative: false } figure || figure.Currency != amount.Currency)
            {
                return null;
            }

            reversed += figure;
        }

        // A status that tells of refunds without showing any hides how much there is left.
        return original.Status is Vocabulary.PartiallyRefunded or Vocabulary.WaitingRefund && reversed.IsZero
            ? null
            : new ReversalState(original, amount, reversed, reversals);
    }

    /// <summary>The voids and refunds as the journal takes them.</summary>
    /// <param name="makerOf">Which key is proven to have made one.</param>
    public IEnumerable<ShownMovement> Movements(Func<TransactionBody, IdempotencyKey?> makerOf) =>
        Children
            .Select(child => child.Value!)
            .Select(child => new ShownMovement
            {
                TransactionId = child.Id!,
                Operation = Vocabulary.OperationOf(child.Type),
                Amount = AmountOf(child) ?? Money.Zero(Amount.Currency),
                MovedNothing = GaveNothingBack(child),
                MadeBy = makerOf(child),
            });

    /// <summary>Whether a transaction was there before.</summary>
    public bool Knows(string? id) => Original.Id == id || (Original.ChildTransactions ?? []).Contains(id);

    /// <summary>What a reversal of an amount may come back as: a void is whole by nature.</summary>
    /// <param name="amount">The amount; <see langword="null"/> when it is not known.</param>
    public ValueList<PaymentOperation> TypesFor(Money? amount) =>
        amount is { } part && part.Currency == Amount.Currency && part < Amount
            ? [PaymentOperation.Refund]
            : [PaymentOperation.Void, PaymentOperation.Refund];

    // A refund can itself be voided before it is settled.
    private static bool GaveNothingBack(TransactionBody child) =>
        StatusTable.Lookup(child.Status, child.Result).Outcome is PaymentOutcome.Declined
        || child is { Type: Vocabulary.Refund, Status: Vocabulary.Voided };

    private static Money? AmountOf(TransactionBody child) =>
        RebillyMoney.Read(child.Amount, child.Currency) ?? TransactionEvidence.RequestedAmount(child);
}

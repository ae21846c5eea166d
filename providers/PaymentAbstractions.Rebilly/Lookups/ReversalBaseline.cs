namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Notes the children of a transaction before it is refunded or voided: what is there already is not what the reversal makes, even
/// when an earlier attempt of the same key left it.
/// </summary>
/// <remarks>One read. Everything else is found by its requestId.</remarks>
internal sealed class ReversalBaseline(RebillyAccount account, RebillyClient client) : IRecoveryHintSource
{
    public bool TakesHintsFor(PaymentOperation operation) =>
        operation is PaymentOperation.Refund or PaymentOperation.Void;

    public async Task<RecoveryHints?> TakeHintsAsync(
        PaymentRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Original is not { } original || !TakesHintsFor(request.Operation))
        {
            return null;
        }

        var takenAt = account.Time.GetUtcNow();
        var read = await client.GetTransactionAsync(original.TransactionId, cancellationToken).ConfigureAwait(false);
        if (!read.HasValue || read.Value.Id != original.TransactionId)
        {
            return null;
        }

        var children = (read.Value.ChildTransactions ?? []).OfType<string>().ToList();
        return children.Count > RecoveryHints.MostTransactions
            ? null
            : new RecoveryHints { TakenAt = takenAt, KnownTransactionIds = [.. children] };
    }
}

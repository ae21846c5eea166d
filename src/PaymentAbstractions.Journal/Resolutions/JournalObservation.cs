namespace PaymentAbstractions.Journal;

/// <summary>
/// How the provider showed a transaction when it was read: what became of it after it was approved. Kept beside the outcome, which
/// it does not change; answers are derived from both.
/// </summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalObservation
{
    /// <summary>The transaction that was read.</summary>
    public required TransactionReference Transaction { get; init; }

    /// <summary>When the reading began. Of two readings without <see cref="ProviderRevision"/> the later one counts.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The provider's count of its changes; the higher one is the newer one. None when the provider does not count.</summary>
    public long? ProviderRevision { get; init; }

    /// <summary>Whether all of the transaction was voided or given back.</summary>
    public bool IsReversed { get; init; }

    /// <summary>
    /// Whether the provider shows as declined what it had approved. Kept with approved payments only. It never frees an order: see
    /// <see cref="JournalRules.AnswerOf"/>.
    /// </summary>
    public bool IsDeclined { get; init; }

    /// <summary>What was voided, as far as the provider tells.</summary>
    public Money? VoidedAmount { get; init; }

    /// <summary>What was given back, as far as the provider tells. None where it links no refunds to the transaction.</summary>
    public Money? RefundedAmount { get; init; }

    /// <summary>What was taken of an authorization, as far as the provider tells.</summary>
    public Money? CapturedAmount { get; init; }

    /// <summary>What the provider processed, in its currency, as far as it tells.</summary>
    public Money? ProcessedAmount { get; init; }

    /// <summary>Whether the customer disputes the transaction.</summary>
    public DisputeStatus DisputeStatus { get; init; }

    /// <summary>When the bank settled the transaction; none while it is unsettled or not known.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>How it came to be read. Default: by a look-up.</summary>
    public JournalResolutionSource Source { get; init; }

    /// <summary>Whether the provider says that it was voided, at least in part.</summary>
    internal bool IsVoided => VoidedAmount is { IsPositive: true };

    /// <summary>Takes from what a look-up found what answers are derived from.</summary>
    /// <param name="state">The transaction as the provider shows it.</param>
    /// <param name="readAt">When the look-up began.</param>
    /// <returns>The observation.</returns>
    public static JournalObservation Of(TransactionState state, DateTimeOffset readAt)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new JournalObservation
        {
            Transaction = state.Transaction,
            ReadAt = readAt,
            ProviderRevision = state.Revision,
            IsReversed = state.Outcome == PaymentOutcome.Reversed,
            IsDeclined = state.Outcome == PaymentOutcome.Declined,
            VoidedAmount = state.VoidedAmount,
            RefundedAmount = state.RefundedAmount,
            CapturedAmount = state.CapturedAmount,
            ProcessedAmount = state.ProcessedAmount,
            DisputeStatus = state.DisputeStatus,
            SettledAt = state.SettledAt,
        };
    }

    /// <summary>Whether this reading is newer than another one.</summary>
    /// <param name="other">The other reading of the transaction.</param>
    /// <returns>
    /// Whether its revision is higher, where both have one and they differ; else whether it was read later.
    /// </returns>
    public bool IsNewerThan(JournalObservation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ProviderRevision is { } mine && other.ProviderRevision is { } theirs && mine != theirs
            ? mine > theirs
            : ReadAt > other.ReadAt;
    }

    /// <summary>What is known after this reading: what it does not tell stays as it was told before.</summary>
    internal JournalObservation After(JournalObservation? before) =>
        before is null || !Transaction.IsSameTransaction(before.Transaction)
            ? this
            : this with
            {
                RefundedAmount = RefundedAmount ?? (before.IsReversed || IsReversed ? null : before.RefundedAmount),
                CapturedAmount = CapturedAmount ?? before.CapturedAmount,
                ProcessedAmount = ProcessedAmount ?? before.ProcessedAmount,
                SettledAt = SettledAt ?? before.SettledAt,
            };
}

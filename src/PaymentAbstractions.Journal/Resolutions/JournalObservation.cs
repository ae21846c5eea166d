namespace PaymentAbstractions.Journal;

/// <summary>
/// How the provider showed a transaction when it was read, after its approval. It is stored with the outcome and does not change it;
/// results are derived from both.
/// </summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalObservation
{
    /// <summary>The transaction that was read.</summary>
    public required TransactionReference Transaction { get; init; }

    /// <summary>When the reading started. Of two readings without <see cref="ProviderRevision"/>, the later one counts.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>
    /// The provider's revision number; the higher one is the newer one. <see langword="null"/> when the provider does not count revisions.
    /// </summary>
    public long? ProviderRevision { get; init; }

    /// <summary>Whether the transaction was fully voided or refunded.</summary>
    public bool IsReversed { get; init; }

    /// <summary>
    /// Whether the provider shows a transaction as declined that it had approved. It is stored only for approved payments, and never frees
    /// an order: see <see cref="JournalRules.AnswerOf"/>.
    /// </summary>
    public bool IsDeclined { get; init; }

    /// <summary>The voided amount, as far as the provider reports it.</summary>
    public Money? VoidedAmount { get; init; }

    /// <summary>
    /// The refunded amount, as far as the provider reports it. <see langword="null"/> when it does not link refunds to the transaction.
    /// </summary>
    public Money? RefundedAmount { get; init; }

    /// <summary>The captured amount of an authorization, as far as the provider reports it.</summary>
    public Money? CapturedAmount { get; init; }

    /// <summary>The processed amount in the provider's currency, as far as the provider reports it.</summary>
    public Money? ProcessedAmount { get; init; }

    /// <summary>The status of a dispute.</summary>
    public DisputeStatus DisputeStatus { get; init; }

    /// <summary>When the bank settled the transaction; <see langword="null"/> while it is unsettled or not known.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The source of the reading. The default is a look-up.</summary>
    public JournalResolutionSource Source { get; init; }

    /// <summary>Whether the provider reports that it was voided, at least in part.</summary>
    internal bool IsVoided => VoidedAmount is { IsPositive: true };

    /// <summary>Extracts the data from a look-up from which results are derived.</summary>
    /// <param name="state">The transaction as the provider shows it.</param>
    /// <param name="readAt">When the look-up started.</param>
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
    /// <returns>Whether its revision is higher, if both have one and they differ; otherwise whether it was read later.</returns>
    public bool IsNewerThan(JournalObservation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ProviderRevision is { } mine && other.ProviderRevision is { } theirs && mine != theirs
            ? mine > theirs
            : ReadAt > other.ReadAt;
    }

    /// <summary>The combined knowledge after this reading: values that it does not show are taken from the previous one.</summary>
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

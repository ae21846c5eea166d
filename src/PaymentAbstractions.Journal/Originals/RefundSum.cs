namespace PaymentAbstractions.Journal;

/// <summary>Adds up refunds: those in the journal, and those that a reading of the provider shows.</summary>
/// <param name="currency">The currency in which the original was processed, when that is known.</param>
/// <param name="refunds">The approved refunds.</param>
/// <param name="inDoubt">The refunds that are open, Pending or Unknown.</param>
/// <param name="captures">The captures with their own references, and what was refunded of them.</param>
internal sealed class RefundSum(
    Currency? currency,
    IReadOnlyList<JournalEntry> refunds,
    IReadOnlyList<JournalEntry> inDoubt,
    IReadOnlyList<OriginalAmounts> captures
)
{
    private readonly CurrencySum _refunded = new(currency);
    private bool _observedOther;

    public Money? Refunded { get; private set; }

    public Money? InDoubt { get; private set; }

    public bool HasOtherCurrency => _refunded.HasOther || _observedOther || captures.Any(one => one.HasOtherCurrency);

    public bool HasOtherCurrencyInDoubt { get; private set; }

    /// <param name="observed">The newest reading of the original, if there is one.</param>
    /// <param name="processed">The amount that can be refunded, when it is known.</param>
    public void Add(JournalObservation? observed, Money? processed)
    {
        foreach (var refund in refunds)
        {
            if (!IsVoided(refund) && !captures.Any(one => one.Original.IsSameTransaction(refund.Intent.Original)))
            {
                _refunded.Add(AmountOf(refund));
            }
        }

        foreach (var capture in captures)
        {
            _refunded.Add(capture.Refunded);
        }

        Refunded = Greater(_refunded.Total, observed is null ? null : Shown(observed, processed));
        var unresolved = new CurrencySum(currency ?? Refunded?.Currency);
        foreach (var refund in inDoubt)
        {
            unresolved.Add(refund.Intent.Amount);
        }

        InDoubt = unresolved.Total;
        HasOtherCurrencyInDoubt = unresolved.HasOther;
    }

    // The minimum refunded amount that follows from the reading and the later refunds.
    private Money? Shown(JournalObservation observed, Money? processed)
    {
        var isWhole = observed is { IsReversed: true, IsVoided: false };
        if ((isWhole ? processed ?? observed.RefundedAmount : observed.RefundedAmount) is not { } shown)
        {
            return null;
        }

        foreach (var refund in refunds)
        {
            var began = refund.Intent.StartedAt;
            var amount = AmountOf(refund);
            if (amount.Currency != shown.Currency)
            {
                continue;
            }

            if (!IsVoided(refund))
            {
                shown += began > observed.ReadAt ? amount : Money.Zero(amount.Currency);
            }
            else if (began <= observed.ReadAt && refund.Observation!.ReadAt > observed.ReadAt)
            {
                shown -= amount;
            }
        }

        return shown;
    }

    private Money? Greater(Money? sum, Money? shown)
    {
        if (shown is { } other && (sum?.Currency ?? currency ?? other.Currency) != other.Currency)
        {
            _observedOther = other.IsPositive;
            return sum;
        }

        return (sum, shown) switch
        {
            ({ } one, { } two) => one > two ? one : two,
            _ => sum ?? (shown is { IsNegative: true } below ? Money.Zero(below.Currency) : shown),
        };
    }

    // Voided: the money was not refunded.
    private static bool IsVoided(JournalEntry refund) =>
        refund is { Observation.IsReversed: true }
        && !refund.Outcome!.Transaction!.IsSameTransaction(refund.Intent.Original);

    // The provider may report the processed amount in a currency other than the original's; then the requested amount counts.
    private Money AmountOf(JournalEntry refund) =>
        currency is not null && refund.ProcessedAmount.Currency != currency
            ? refund.ApprovedAmount
            : refund.ProcessedAmount;
}

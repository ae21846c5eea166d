namespace PaymentAbstractions.Journal;

/// <summary>
/// Adds amounts of one currency: the given one, otherwise that of the first amount. Amounts in other currencies are left out, and their
/// existence is recorded.
/// </summary>
internal sealed class CurrencySum(Currency? currency = null)
{
    public Money? Total { get; private set; }

    public bool HasOther { get; private set; }

    /// <summary>Adds the amount of one transaction that several entries have: the lowest, because it moved only once.</summary>
    public void AddOnce(IReadOnlyCollection<Money> told)
    {
        if (told.Count > 0)
        {
            var first = told.First().Currency;
            Add(told.Where(amount => amount.Currency == first).Min());
            HasOther |= told.Any(amount => amount.Currency != first);
        }
    }

    public void Add(Money? amount)
    {
        if (amount is not { } more)
        {
            return;
        }

        if (more.Currency != (Total?.Currency ?? currency ?? more.Currency))
        {
            HasOther = true;
            return;
        }

        Total = Total is { } before ? before + more : more;
    }
}

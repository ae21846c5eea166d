namespace PaymentAbstractions.Journal;

/// <summary>Adds amounts of one currency: the given one, else the first one's. Others are left out, and noted.</summary>
internal sealed class CurrencySum(Currency? currency = null)
{
    public Money? Total { get; private set; }

    public bool HasOther { get; private set; }

    /// <summary>Adds what several entries tell of one transaction: the least, for it moved once.</summary>
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

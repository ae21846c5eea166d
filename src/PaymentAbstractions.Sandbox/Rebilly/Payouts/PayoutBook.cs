namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The payout requests of an organization, and their amounts after credits.</summary>
/// <remarks>
/// Unverified: that a credit is refused if the request is canceled, belongs to another customer or has less left, and when each status
/// applies.
/// </remarks>
internal sealed class PayoutBook(Organization organization, RebillyWorld world)
{
    private readonly Dictionary<string, PayoutRecord> _byId = new(StringComparer.Ordinal);

    public IEnumerable<PayoutRecord> All => _byId.Values;

    public PayoutRecord? Find(string id) => _byId.GetValueOrDefault(id);

    public void Add(PayoutRecord payout) => _byId.Add(payout.Id, payout);

    /// <summary>The credits that count: approved ones, and those whose result is not known yet.</summary>
    public IEnumerable<TransactionRecord> CreditsOf(PayoutRecord payout) =>
        organization.Book.All.Where(transaction =>
            transaction.PayoutRequestId == payout.Id
            && (transaction.IsApproved || transaction.IsUnknown)
            && transaction.Status != TransactionStatus.Voided
        );

    public decimal PaidOf(PayoutRecord payout) => CreditsOf(payout).Sum(credit => credit.Amount);

    public decimal AvailableOf(PayoutRecord payout) => Math.Max(0, payout.Given.Amount - PaidOf(payout));

    public string StatusOf(PayoutRecord payout)
    {
        var isEarlier = world.Profile.PayoutStatuses == RebillyPayoutStatuses.Earlier;
        return payout.Cancellation is not null ? "canceled"
            : AvailableOf(payout) == 0 ? "fulfilled"
            : AvailableOf(payout) < payout.Given.Amount ? (isEarlier ? "partially-fulfilled" : "in-progress")
            : isEarlier && payout.Given.InstrumentId is not null ? "instrument-selected"
            : "pending";
    }

    /// <summary>Records why a credit cannot be made for its payout request.</summary>
    public void Check(TransactionRequest credit, FieldReader fields)
    {
        const string field = "payoutRequestId";
        if (credit.PayoutRequestId is not { } id)
        {
            return;
        }

        if (Find(id) is not { } payout)
        {
            fields.Fail(field, "The payout request does not exist.");
        }
        else if (payout.Given.CustomerId != credit.CustomerId || payout.Given.Currency != credit.Currency)
        {
            fields.Fail(field, "The payout request belongs to another customer or is in another currency.");
        }
        else if (payout.Cancellation is not null || AvailableOf(payout) < credit.Amount)
        {
            fields.Fail(field, "The payout request is canceled, or has less left than the amount.");
        }
    }

    /// <summary>Called when a credit for a payout request was entered.</summary>
    public void Entered(TransactionRecord credit)
    {
        if (credit.PayoutRequestId is { } id && (credit.IsApproved || credit.IsUnknown) && Find(id) is { } payout)
        {
            Changed(payout, AvailableOf(payout) == 0 ? "payout-request-fulfilled" : "payout-request-modified");
        }
    }

    /// <summary>Counts a change and notifies the receivers of webhooks.</summary>
    public void Changed(PayoutRecord payout, string eventType)
    {
        payout.Revision++;
        payout.UpdatedTime = world.Now;
        Raise(payout, eventType);
    }

    public void Raise(PayoutRecord payout, string eventType) =>
        world.Webhooks.Raise(
            organization.Account.OrganizationId,
            eventType,
            payout.Id,
            payout.Revision,
            () => PayoutJson.Event(payout, eventType, organization, world).ToJsonString()
        );
}

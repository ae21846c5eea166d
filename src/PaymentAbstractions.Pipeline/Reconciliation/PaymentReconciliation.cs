using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Validates the period and starts a comparison.</summary>
internal sealed class PaymentReconciliation(GatewayDirectory gateways, JournalAccess journal, EntryLookup lookup)
    : IPaymentReconciliation
{
    public IAsyncEnumerable<ReconciledPayment> CompareAsync(
        ReconciliationPeriod period,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(period);
        var problems = new ProblemList();
        var gateway = string.IsNullOrWhiteSpace(period.Gateway) ? null : gateways.Owner(period.Gateway);
        if (gateway is null)
        {
            problems.Add(
                nameof(period.Gateway),
                $"is {QuotedText.Of(period.Gateway)}, which is not configured; there are {string.Join(", ", gateways.All.Select(one => one.Name).Order(StringComparer.Ordinal))}."
            );
        }

        if (period.From >= period.Until)
        {
            problems.Add(
                nameof(period.Until),
                $"is {period.Until:u}, which is not after {nameof(period.From)}, {period.From:u}; give a later time."
            );
        }

        problems.ThrowIfAny();
        return new Comparison(gateway!, period, journal, lookup).RunAsync(cancellationToken);
    }
}

using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>When closed payments are looked up again, by what their gateways tell and the configuration says.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class CheckSchedule(GatewayDirectory gateways, JournalClock time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>For how long the provider may change a final answer; zero when it does not.</summary>
    public static TimeSpan MayChangeFor(ConfiguredGateway gateway)
    {
        var told = gateway.Adapter.MayChangeFor;
        return told < Longest ? told : Longest;
    }

    /// <returns>The next check of a payment that was closed then; none when there is none to come.</returns>
    public DateTimeOffset? Next(JournalIntent intent, DateTimeOffset closedAt) =>
        JournalRules.NextCheck(closedAt, time.GetUtcNow(), WindowOf(intent), gateways.Recovery.CheckAfter);

    /// <returns>
    /// The same after a person closed a payment. Where its gateway is not known the check is due at once: who knows the gateway takes it, or
    /// nobody.
    /// </returns>
    public DateTimeOffset? NextAfterPerson(JournalIntent intent, DateTimeOffset closedAt) =>
        gateways.Owner(intent.Gateway) is null ? closedAt : Next(intent, closedAt);

    /// <param name="entry">A payment that could not be looked up.</param>
    /// <param name="retryAt">The earliest time for another look-up, when the provider says so.</param>
    /// <returns>
    /// When it is tried again; none when it has failed for as long after the time in which the provider may change it as that time is.
    /// </returns>
    public DateTimeOffset? AfterFailure(JournalEntry entry, DateTimeOffset? retryAt)
    {
        var usual = time.GetUtcNow() + gateways.Recovery.MaxBackOff;
        var next = retryAt > usual ? retryAt.Value : usual;
        return next <= entry.RecordedAt + (2 * WindowOf(entry.Intent)) ? next : null;
    }

    private TimeSpan WindowOf(JournalIntent intent) =>
        gateways.Owner(intent.Gateway) is { } owner && owner.Account == intent.Account
            ? MayChangeFor(owner)
            : TimeSpan.Zero;
}

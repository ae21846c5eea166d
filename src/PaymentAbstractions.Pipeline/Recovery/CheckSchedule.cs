using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Determines when closed payments are checked again, from their gateways and the configuration.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class CheckSchedule(GatewayDirectory gateways, JournalClock time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>How long the provider may change a final answer; zero when it never does.</summary>
    public static TimeSpan MayChangeFor(ConfiguredGateway gateway)
    {
        var declared = gateway.Adapter.MayChangeFor;
        return declared < Longest ? declared : Longest;
    }

    /// <returns>The first check of a payment that is closed now; <see langword="null"/> when its provider never changes it.</returns>
    public DateTimeOffset? First(JournalIntent intent)
    {
        var now = time.GetUtcNow();
        return JournalRules.NextCheck(now, now, WindowOf(intent), gateways.Recovery.CheckAfter);
    }

    /// <returns>The next check of a payment that was closed then; <see langword="null"/> when no check remains.</returns>
    public DateTimeOffset? Next(JournalIntent intent, DateTimeOffset closedAt) =>
        JournalRules.NextCheck(closedAt, time.GetUtcNow(), WindowOf(intent), gateways.Recovery.CheckAfter);

    /// <returns>
    /// The same, after a person closed a payment. If its gateway is not known, the check is due at once, for any process that knows the
    /// gateway.
    /// </returns>
    public DateTimeOffset? NextAfterPerson(JournalIntent intent, DateTimeOffset closedAt) =>
        gateways.Owner(intent.Gateway) is null ? closedAt : Next(intent, closedAt);

    /// <param name="entry">A payment that could not be looked up.</param>
    /// <param name="retryAt">The earliest time for another look-up, if the provider gives one.</param>
    /// <returns>
    /// When to try again; <see langword="null"/> when that is later than twice the period in which the provider may change the payment.
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

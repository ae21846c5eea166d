namespace PaymentAbstractions;

/// <summary>How many look-ups in a minute, for each gateway, may be caused by who is not known or by what the journal does not know.</summary>
/// <remarks>Thread-safe. For this process: each of several has a budget of its own.</remarks>
internal sealed class NotificationBudget(GatewayDirectory gateways, CheckBudget checks, JournalClock time)
{
    // Apart from that of the checks, so that nobody from outside can use theirs up.
    private readonly CheckBudget _own = new(time);

    public bool TryTake(string gateway) =>
        !checks.IsPaused(gateway) && _own.Take(gateway, wanted: 1, gateways.Recovery.ChecksPerMinute) == 1;
}

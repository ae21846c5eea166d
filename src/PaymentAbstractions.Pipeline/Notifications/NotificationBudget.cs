namespace PaymentAbstractions;

/// <summary>How many look-ups in a minute, for each gateway, may be caused by who is not known or by what the journal does not know.</summary>
/// <remarks>Thread-safe. For this process: each of several has a budget of its own.</remarks>
internal sealed class NotificationBudget(GatewayDirectory gateways, CheckBudget checks, JournalClock time)
{
    // Apart from that of the checks and from each other, so that nobody from outside can use up the others'.
    private readonly CheckBudget _hints = new(time);
    private readonly CheckBudget _returns = new(time);
    private readonly CheckBudget _unknown = new(time);

    /// <summary>Until when the gateway wants to be left alone; none when it does not.</summary>
    public DateTimeOffset? PausedUntil(string gateway) => checks.PausedUntil(gateway);

    /// <summary>Leaves the gateway alone until a time, when the provider says one.</summary>
    public void Pause(string gateway, DateTimeOffset? until)
    {
        if (until is { } given)
        {
            checks.Pause(gateway, given);
        }
    }

    /// <summary>For a hint, which anybody can send.</summary>
    public bool TryHint(string gateway) => TryTake(_hints, gateway);

    /// <summary>For a customer who comes back, or anybody who opens the address.</summary>
    public bool TryReturn(string gateway) => TryTake(_returns, gateway);

    /// <summary>For a transaction that the journal does not know.</summary>
    public bool TryUnknown(string gateway) => TryTake(_unknown, gateway);

    private bool TryTake(CheckBudget budget, string gateway) =>
        PausedUntil(gateway) is null && budget.Take(gateway, wanted: 1, gateways.Recovery.MaxChecksPerMinute) == 1;
}

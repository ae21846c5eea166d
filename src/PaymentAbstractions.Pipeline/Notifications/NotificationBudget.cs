namespace PaymentAbstractions;

/// <summary>Limits the look-ups per minute and gateway that unauthenticated callers or unknown transactions can cause.</summary>
/// <remarks>Thread-safe. Applies to this process; each process has its own budget.</remarks>
internal sealed class NotificationBudget(GatewayDirectory gateways, CheckBudget checks, JournalClock time)
{
    // These budgets are separate from that of the checks and from each other, so that outsiders cannot exhaust the others.
    private readonly CheckBudget _hints = new(time);
    private readonly CheckBudget _returns = new(time);
    private readonly CheckBudget _unknown = new(time);

    /// <summary>The end of the gateway's pause; <see langword="null"/> when it is not paused.</summary>
    public DateTimeOffset? PausedUntil(string gateway) => checks.PausedUntil(gateway);

    /// <summary>Pauses look-ups at the gateway until the time that the provider gives, if any.</summary>
    public void Pause(string gateway, DateTimeOffset? until)
    {
        if (until is { } given)
        {
            checks.Pause(gateway, given);
        }
    }

    /// <summary>Takes a look-up for a hint, which anyone can send.</summary>
    public bool TryHint(string gateway) => TryTake(_hints, gateway);

    /// <summary>Takes a look-up for a returning customer, or anyone else who opens the URL.</summary>
    public bool TryReturn(string gateway) => TryTake(_returns, gateway);

    /// <summary>Takes a look-up for a transaction that the journal does not know.</summary>
    public bool TryUnknown(string gateway) => TryTake(_unknown, gateway);

    private bool TryTake(CheckBudget budget, string gateway) =>
        PausedUntil(gateway) is null && budget.Take(gateway, wanted: 1, gateways.Recovery.MaxChecksPerMinute) == 1;
}

namespace PaymentAbstractions.Sandbox;

/// <summary>What every emulator can be told before it starts. Not to be changed once it has started.</summary>
public class SandboxOptions
{
    /// <summary>The TCP port on 127.0.0.1. Default 0: any free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// How many ids of each kind count as given before the start, zero or more, so that a sandbox that is started anew gives no id that an
    /// earlier one gave: an application that keeps its payments would take the transactions of both for the same.
    /// </summary>
    /// <value>Default 0: the ids are the same in every run.</value>
    public long IdsGivenBefore { get; set; }

    /// <summary>Where the sandbox's clock stands until it is moved. Default null: it runs with the system's time.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>
    /// The accounts by the keys that open them, for an emulator whose accounts are nothing more than that. Default: none. The emulators of
    /// this package have accounts of their own and leave it unread.
    /// </summary>
    public IDictionary<string, string> AccountsByKey { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

namespace PaymentAbstractions.Sandbox;

/// <summary>The options that every emulator has. Do not change them after the start.</summary>
public class SandboxOptions
{
    /// <summary>The TCP port on 127.0.0.1. Default 0: any free port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// The number of ids of each kind that an earlier run used. Set it when an application keeps its payments but the sandbox starts anew, so
    /// that the sandbox does not use the id of an earlier transaction again. Zero or more.
    /// </summary>
    /// <value>Default 0: the ids are the same in every run.</value>
    public long IdsGivenBefore { get; set; }

    /// <summary>
    /// The time at which the sandbox's clock stands still until it is advanced. Default null: the clock follows the system's time.
    /// </summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>
    /// The accounts by API key, for an emulator whose accounts have no other properties. Default: none. The emulators of this package have
    /// their own account types and ignore it.
    /// </summary>
    public IDictionary<string, string> AccountsByKey { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

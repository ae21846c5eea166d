namespace PaymentAbstractions.Sandbox;

/// <summary>What every emulator can be told before it starts. Not to be changed once it has started.</summary>
public class SandboxOptions
{
    /// <summary>The TCP port on 127.0.0.1. Default 0: any free one.</summary>
    public int Port { get; set; }

    /// <summary>Where the sandbox's clock stands until it is moved. Default null: it runs with the system's time.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>
    /// The accounts by the keys that open them, for an emulator whose accounts are nothing more than that. Default: none. The emulators of
    /// this package have accounts of their own and leave it unread.
    /// </summary>
    public IDictionary<string, string> AccountsByKey { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

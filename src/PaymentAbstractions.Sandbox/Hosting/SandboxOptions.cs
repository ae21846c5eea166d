namespace PaymentAbstractions.Sandbox;

/// <summary>What every emulator can be told before it starts. Not to be changed once it has started.</summary>
public class SandboxOptions
{
    /// <summary>The TCP port on 127.0.0.1. Default 0: any free one.</summary>
    public int Port { get; set; }

    /// <summary>Where the sandbox's clock stands until it is moved. Default null: it runs with the system's time.</summary>
    public DateTimeOffset? StartTime { get; set; }
}

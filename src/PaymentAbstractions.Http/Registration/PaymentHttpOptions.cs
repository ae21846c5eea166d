namespace PaymentAbstractions.Http;

/// <summary>Settings that all transports of a process share.</summary>
public sealed class PaymentHttpOptions
{
    /// <summary>How long the end of the process waits for exchanges under way.</summary>
    /// <value>Default 30 seconds.</value>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

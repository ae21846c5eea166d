namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    private EmissionCapture? _capture;

    /// <summary>Everything that this process logged, traced or measured since <see cref="StartCapture"/>.</summary>
    public string Emitted => _capture?.Text ?? "";

    /// <summary>Starts capturing the output of activities, diagnostic sources, meters and the HTTP client's events.</summary>
    public void StartCapture() => _capture ??= new EmissionCapture();

    /// <summary>Captures a log line. Call it from a logger provider that the gateway's container uses.</summary>
    /// <param name="line">The line with its values, as a sink would write it.</param>
    protected internal void Log(string line) => _capture?.Add(line);
}

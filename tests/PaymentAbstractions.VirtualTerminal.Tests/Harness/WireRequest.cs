namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>What the adapter put on the wire.</summary>
public sealed record WireRequest(string Method, string Path, string Headers, string Body)
{
    /// <summary>Method and path below the base address, without query.</summary>
    public string Route => $"{Method} {Path.Split('?')[0]}";
}

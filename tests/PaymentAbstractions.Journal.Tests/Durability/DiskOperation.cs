namespace PaymentAbstractions.Journal.Tests;

/// <summary>One thing that was done to the recording disk.</summary>
internal sealed record DiskOperation
{
    public required DiskOperationKind Kind { get; init; }

    /// <summary>The file that is meant, whatever its name is by then.</summary>
    public int Node { get; init; }

    public string Path { get; init; } = "";

    public string NewPath { get; init; } = "";

    public long Offset { get; init; }

    public byte[] Bytes { get; init; } = [];

    public SyncSite Site { get; init; }
}

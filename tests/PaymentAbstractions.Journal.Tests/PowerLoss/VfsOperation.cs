namespace PaymentAbstractions.Journal.Tests;

/// <summary>One thing that SQLite did to a file.</summary>
internal sealed record VfsOperation
{
    public required VfsOperationKind Kind { get; init; }

    /// <summary>The name of the file, without its folder.</summary>
    public required string Name { get; init; }

    /// <summary>The file that has the name by then.</summary>
    public int Node { get; init; }

    /// <summary>Where a write begins, or the length after a truncation.</summary>
    public long Offset { get; init; }

    public byte[] Bytes { get; init; } = [];

    /// <summary>Whether the names of the folder are made durable too.</summary>
    public bool SyncsFolder { get; init; }

    public bool IsLog => Name.EndsWith("-wal", StringComparison.Ordinal);

    /// <summary>Whether it concerns what is in a file, not its name.</summary>
    public bool IsContent => Kind is VfsOperationKind.Write or VfsOperationKind.Truncate;
}

namespace PaymentAbstractions.Journal.Tests;

/// <summary>One operation of SQLite on a file.</summary>
internal sealed record VfsOperation
{
    public required VfsOperationKind Kind { get; init; }

    /// <summary>The name of the file, without its folder.</summary>
    public required string Name { get; init; }

    /// <summary>The file that has the name at that time.</summary>
    public int Node { get; init; }

    /// <summary>The offset of a write, or the length after a truncation.</summary>
    public long Offset { get; init; }

    public byte[] Bytes { get; init; } = [];

    /// <summary>Whether the sync also makes the names in the folder durable.</summary>
    public bool SyncsFolder { get; init; }

    public bool IsLog => Name.EndsWith("-wal", StringComparison.Ordinal);

    /// <summary>Whether the operation changes the content of a file and not its name.</summary>
    public bool IsContent => Kind is VfsOperationKind.Write or VfsOperationKind.Truncate;
}

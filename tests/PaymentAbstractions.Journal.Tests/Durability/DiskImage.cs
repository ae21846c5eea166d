namespace PaymentAbstractions.Journal.Tests;

/// <summary>What a disk holds: folders, names and contents.</summary>
internal sealed class DiskImage
{
    public HashSet<string> Folders { get; } = new(StringComparer.Ordinal) { "/" };

    public Dictionary<string, int> Names { get; } = new(StringComparer.Ordinal);

    public Dictionary<int, byte[]> Contents { get; } = [];

    public int NextNode { get; set; } = 1;

    public DiskImage Clone()
    {
        var clone = new DiskImage { NextNode = NextNode };
        clone.Folders.UnionWith(Folders);
        foreach (var (name, node) in Names)
        {
            clone.Names[name] = node;
        }

        foreach (var (node, content) in Contents)
        {
            clone.Contents[node] = content;
        }

        return clone;
    }

    /// <summary>Applies an operation; contents are replaced, never changed in place.</summary>
    public void Apply(DiskOperation operation)
    {
        NextNode = Math.Max(NextNode, operation.Node + 1);
        switch (operation.Kind)
        {
            case DiskOperationKind.CreateFolder:
                Folders.Add(operation.Path);
                break;
            case DiskOperationKind.CreateFile:
                Names[operation.Path] = operation.Node;
                Contents.TryAdd(operation.Node, []);
                break;
            case DiskOperationKind.Rename:
                Names.Remove(operation.Path);
                Names[operation.NewPath] = operation.Node;
                Contents.TryAdd(operation.Node, []);
                break;
            case DiskOperationKind.Delete:
                Names.Remove(operation.Path);
                break;
            case DiskOperationKind.Write:
                Contents[operation.Node] = Written(
                    Contents.GetValueOrDefault(operation.Node, []),
                    operation.Offset,
                    operation.Bytes
                );
                break;
            case DiskOperationKind.Truncate:
                var content = Contents.GetValueOrDefault(operation.Node, []);
                Array.Resize(ref content, (int)operation.Offset);
                Contents[operation.Node] = content;
                break;
        }
    }

    private static byte[] Written(byte[] content, long offset, byte[] bytes)
    {
        var written = new byte[Math.Max(content.Length, offset + bytes.Length)];
        content.CopyTo(written, 0);
        bytes.CopyTo(written, offset);
        return written;
    }
}

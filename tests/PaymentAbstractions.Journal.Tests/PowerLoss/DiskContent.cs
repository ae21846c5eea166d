namespace PaymentAbstractions.Journal.Tests;

/// <summary>The files of a folder: their names and contents.</summary>
internal sealed class DiskContent
{
    private readonly Dictionary<int, MemoryStream> _files = [];

    /// <summary>The names, each with the number of its file. A file can exist without a name, and a name without content.</summary>
    public Dictionary<string, int> Names { get; } = new(StringComparer.Ordinal);

    public DiskContent Clone()
    {
        var clone = new DiskContent();
        foreach (var (name, node) in Names)
        {
            clone.Names.Add(name, node);
        }

        foreach (var (node, file) in _files)
        {
            clone.File(node).Write(file.GetBuffer(), 0, (int)file.Length);
        }

        return clone;
    }

    public void Apply(VfsOperation operation)
    {
        switch (operation.Kind)
        {
            case VfsOperationKind.Create:
                Names[operation.Name] = operation.Node;
                break;
            case VfsOperationKind.Delete:
                Names.Remove(operation.Name);
                break;
            case VfsOperationKind.Truncate:
                File(operation.Node).SetLength(operation.Offset);
                break;
            case VfsOperationKind.Write:
                var file = File(operation.Node);
                file.Position = operation.Offset;
                file.Write(operation.Bytes);
                break;
        }
    }

    /// <summary>Writes the files into a folder.</summary>
    public void WriteTo(DirectoryInfo folder)
    {
        foreach (var (name, node) in Names)
        {
            using var file = System.IO.File.Create(Path.Combine(folder.FullName, name));
            File(node).WriteTo(file);
        }
    }

    private MemoryStream File(int node)
    {
        if (!_files.TryGetValue(node, out var file))
        {
            _files.Add(node, file = new MemoryStream());
        }

        return file;
    }
}

namespace PaymentAbstractions.Journal.Tests;

/// <summary>
/// All operations on the files of one folder, in order. Thread-safe; one journal at a time writes to the folder.
/// </summary>
/// <param name="names">The files that exist at the start, as <see cref="PowerLossDisk"/> numbers them.</param>
internal sealed class VfsRecording(IReadOnlyDictionary<string, int> names)
{
    private const int Ok = 0;

    private readonly object _gate = new();
    private readonly List<VfsOperation> _operations = [];
    private readonly Dictionary<string, int> _nodes = new(names, StringComparer.Ordinal);
    private int _lastNode = names.Values.DefaultIfEmpty().Max();

    /// <summary>Returns the SQLite error with which an operation fails, or 0 to run it.</summary>
    public Func<VfsOperation, int> Fault { get; set; } = _ => Ok;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _operations.Count;
            }
        }
    }

    public List<VfsOperation> Operations
    {
        get
        {
            lock (_gate)
            {
                return [.. _operations];
            }
        }
    }

    /// <summary>Runs an operation and records it when it succeeds; a failed sync is recorded too.</summary>
    public int Do(VfsOperationKind kind, string name, Func<int> run, Func<VfsOperation, VfsOperation>? describe = null)
    {
        lock (_gate)
        {
            var node = kind == VfsOperationKind.Create ? _lastNode + 1 : _nodes.GetValueOrDefault(name);
            var operation = new VfsOperation
            {
                Kind = kind,
                Name = name,
                Node = node,
            };
            operation = describe?.Invoke(operation) ?? operation;
            var code = Fault(operation);
            if (code != Ok && kind == VfsOperationKind.Sync)
            {
                _operations.Add(operation with { Kind = VfsOperationKind.FailedSync });
            }

            if (code != Ok)
            {
                return code;
            }

            code = run();
            if (code == Ok)
            {
                _operations.Add(operation);
                Follow(operation);
            }

            return code;
        }
    }

    private void Follow(VfsOperation operation)
    {
        switch (operation.Kind)
        {
            case VfsOperationKind.Create:
                _nodes[operation.Name] = _lastNode = operation.Node;
                break;
            case VfsOperationKind.Delete:
                _nodes.Remove(operation.Name);
                break;
        }
    }
}

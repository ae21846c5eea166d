namespace PaymentAbstractions.Journal.Tests;

/// <summary>A disk in memory that writes down everything that is done to it, so that it can be cut off anywhere afterwards.</summary>
internal sealed class RecordingDisk(DiskImage start) : IJournalDisk
{
    private readonly Lock _gate = new();
    private readonly DiskImage _now = start.Clone();
    private readonly List<DiskOperation> _operations = [];
    private bool _isLocked;

    public RecordingDisk()
        : this(new DiskImage()) { }

    public DiskImage Start => start;

    /// <summary>What has been done so far.</summary>
    public IReadOnlyList<DiskOperation> Operations
    {
        get
        {
            lock (_gate)
            {
                return [.. _operations];
            }
        }
    }

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

    /// <summary>Thrown instead of an operation when it returns something.</summary>
    public Func<DiskOperation, Exception?> Fault { get; set; } = _ => null;

    public DiskImage Now()
    {
        lock (_gate)
        {
            return _now.Clone();
        }
    }

    public bool FolderExists(string folder)
    {
        lock (_gate)
        {
            return _now.Folders.Contains(folder);
        }
    }

    public void CreateFolder(string folder) =>
        Do(new DiskOperation { Kind = DiskOperationKind.CreateFolder, Path = folder });

    public void SyncFolder(string folder, SyncSite site) =>
        Do(
            new DiskOperation
            {
                Kind = DiskOperationKind.SyncFolder,
                Path = folder,
                Site = site,
            }
        );

    public IReadOnlyList<string> Files(string folder)
    {
        lock (_gate)
        {
            return
            [
                .. _now
                    .Names.Keys.Where(name => Path.GetDirectoryName(name) == folder)
                    .Select(name => Path.GetFileName(name)),
            ];
        }
    }

    public IJournalFile Create(string path)
    {
        lock (_gate)
        {
            var node = _now.Names.TryGetValue(path, out var existing) ? existing : _now.NextNode++;
            Do(
                existing == node
                    ? new DiskOperation { Kind = DiskOperationKind.Truncate, Node = node }
                    : new DiskOperation
                    {
                        Kind = DiskOperationKind.CreateFile,
                        Path = path,
                        Node = node,
                    }
            );
            return new RecordedFile(this, node);
        }
    }

    public IJournalFile Open(string path)
    {
        lock (_gate)
        {
            return _now.Names.TryGetValue(path, out var node)
                ? new RecordedFile(this, node)
                : throw new FileNotFoundException("There is no such file.", path);
        }
    }

    public void Rename(string from, string to)
    {
        lock (_gate)
        {
            Do(
                new DiskOperation
                {
                    Kind = DiskOperationKind.Rename,
                    Path = from,
                    NewPath = to,
                    Node = _now.Names[from],
                }
            );
        }
    }

    public void Delete(string path)
    {
        lock (_gate)
        {
            if (_now.Names.ContainsKey(path))
            {
                Do(new DiskOperation { Kind = DiskOperationKind.Delete, Path = path });
            }
        }
    }

    public IDisposable? TryLock(string path)
    {
        lock (_gate)
        {
            if (_isLocked)
            {
                return null;
            }

            _isLocked = true;
            return new Held(this);
        }
    }

    /// <summary>Frees the lock, which a dead process can no longer hold.</summary>
    public void Unlock()
    {
        lock (_gate)
        {
            _isLocked = false;
        }
    }

    public string? NetworkFileSystemOf(string folder) => null;

    private void Do(DiskOperation operation)
    {
        lock (_gate)
        {
            if (Fault(operation) is { } fault)
            {
                throw fault;
            }

            _operations.Add(operation);
            _now.Apply(operation);
        }
    }

    private byte[] Content(int node)
    {
        lock (_gate)
        {
            return _now.Contents[node];
        }
    }

    private sealed class RecordedFile(RecordingDisk disk, int node) : IJournalFile
    {
        public long Length => disk.Content(node).Length;

        public int Read(long offset, Span<byte> buffer)
        {
            var content = disk.Content(node);
            if (offset < 0 || offset >= content.Length)
            {
                return 0;
            }

            var read = (int)Math.Min(buffer.Length, content.Length - offset);
            content.AsSpan((int)offset, read).CopyTo(buffer);
            return read;
        }

        public void Write(long offset, ReadOnlySpan<byte> bytes) =>
            disk.Do(
                new DiskOperation
                {
                    Kind = DiskOperationKind.Write,
                    Node = node,
                    Offset = offset,
                    Bytes = bytes.ToArray(),
                }
            );

        public void Truncate(long length) =>
            disk.Do(
                new DiskOperation
                {
                    Kind = DiskOperationKind.Truncate,
                    Node = node,
                    Offset = length,
                }
            );

        public void Sync(SyncSite site) =>
            disk.Do(
                new DiskOperation
                {
                    Kind = DiskOperationKind.SyncFile,
                    Node = node,
                    Site = site,
                }
            );

        public void Dispose() { }
    }

    private sealed class Held(RecordingDisk disk) : IDisposable
    {
        public void Dispose() => disk.Unlock();
    }
}

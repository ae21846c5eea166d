using System.Buffers.Binary;

namespace PaymentAbstractions.Journal;

/// <summary>Sorted rows in a temporary file.</summary>
internal sealed class IndexSpill : IDisposable
{
    private const int RowsPerRead = 1024;

    private readonly IJournalDisk _disk;
    private readonly IJournalFile _file;
    private readonly string _path;
    private readonly int _count;

    public IndexSpill(IJournalDisk disk, string path, ReadOnlySpan<IndexRow> sorted)
    {
        (_disk, _path, _count) = (disk, path, sorted.Length);
        _file = disk.Create(path);
        var writer = new SequentialWriter(_file, 0);
        Span<byte> bytes = stackalloc byte[IndexRow.Size];
        foreach (var row in sorted)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(bytes, row.Hash);
            BinaryPrimitives.WriteUInt128LittleEndian(bytes[16..], row.Value);
            writer.Write(bytes);
        }

        writer.Flush();
    }

    public IEnumerable<IndexRow> Rows
    {
        get
        {
            var buffer = new byte[RowsPerRead * IndexRow.Size];
            for (var read = 0; read < _count; read += RowsPerRead)
            {
                var rows = Math.Min(RowsPerRead, _count - read);
                _ = _file.Read((long)read * IndexRow.Size, buffer.AsSpan(0, rows * IndexRow.Size));
                for (var i = 0; i < rows; i++)
                {
                    yield return new IndexRow(
                        BinaryPrimitives.ReadUInt128LittleEndian(buffer.AsSpan(i * IndexRow.Size)),
                        BinaryPrimitives.ReadUInt128LittleEndian(buffer.AsSpan((i * IndexRow.Size) + 16))
                    );
                }
            }
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _disk.Delete(_path);
    }
}

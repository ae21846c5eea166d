using Microsoft.Win32.SafeHandles;

namespace PaymentAbstractions.Journal;

internal sealed class PhysicalFile : IJournalFile
{
    private readonly SafeFileHandle _handle;

    public PhysicalFile(string path, FileMode mode)
    {
        _handle = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
    }

    public long Length => RandomAccess.GetLength(_handle);

    public int Read(long offset, Span<byte> buffer)
    {
        var read = 0;
        while (read < buffer.Length)
        {
            var more = RandomAccess.Read(_handle, buffer[read..], offset + read);
            if (more == 0)
            {
                break;
            }

            read += more;
        }

        return read;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(_handle, bytes, offset);

    public void Truncate(long length) => RandomAccess.SetLength(_handle, length);

    public void Sync(SyncSite site) => RandomAccess.FlushToDisk(_handle);

    public void Dispose() => _handle.Dispose();
}

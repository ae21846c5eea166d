using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>
/// The file of a database, its log and its locks, as they were when it was opened. They are told from others by stat alone: to open and
/// close the file by other means would drop SQLite's locks.
/// </summary>
internal sealed partial class SqliteFiles
{
    private const int CurrentFolder = -100;
    private const uint Inode = 0x100;

    private readonly (string Path, (ulong, ulong)? Identity)[] _files;

    public SqliteFiles(string path)
    {
        _files = [.. new[] { path, path + "-wal", path + "-shm" }.Select(file => (file, IdentityOf(file)))];
    }

    /// <returns>The first of the files that is another one now, or gone; none when all are as they were.</returns>
    public string? FindChanged()
    {
        foreach (var (path, identity) in _files)
        {
            if (IdentityOf(path) != identity)
            {
                return path;
            }
        }

        return null;
    }

    private static (ulong Device, ulong Inode)? IdentityOf(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path) ? (0, (ulong)File.GetCreationTimeUtc(path).Ticks) : null;
        }

        var status = default(FileStatus);
        return Stat(CurrentFolder, path, 0, Inode, ref status) == 0
            ? (((ulong)status.DeviceMajor << 32) | status.DeviceMinor, status.Inode)
            : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(int folder, string path, int flags, uint mask, ref FileStatus status);

    // The layout is the same on every architecture.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}

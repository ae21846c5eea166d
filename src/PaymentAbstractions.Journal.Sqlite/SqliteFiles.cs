using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>
/// The file of a database, its log and its locks, as they were when the database was opened. They are identified only by stat, because
/// opening and closing the file in another way would release SQLite's locks.
/// </summary>
internal sealed partial class SqliteFiles
{
    private const int CurrentFolder = -100;
    private const uint Wanted = 0x4 | 0x100 | 0x1000;

    private readonly (string Path, (ulong, ulong)? Identity)[] _files;

    /// <param name="path">The file as it was specified, including links: if it leads elsewhere later, it is another file.</param>
    /// <param name="file">The file itself. Its log and its locks are next to it.</param>
    /// <exception cref="JournalUnavailableException">The files cannot be identified, or the file has a second name.</exception>
    public SqliteFiles(string path, string file)
    {
        if (OperatingSystem.IsLinux() && HasOtherName(file))
        {
            throw Unavailable(
                $"The file {file} of the journal has a second name: a hard link, or a mount of the file alone. Each name would have its "
                    + "own log, and payments would be sent twice. Use the same folder name in every process."
            );
        }

        _files = [.. new[] { path, file, file + "-wal", file + "-shm" }.Select(one => (one, IdentityOf(one)))];
        // The file exists, so the system cannot identify files; it may report the log and the locks as missing.
        if (_files[0].Identity is null)
        {
            throw Unavailable($"The system cannot identify the file {path} of the journal.");
        }
    }

    /// <returns>The first of the files that was replaced or deleted; <see langword="null"/> when all are unchanged.</returns>
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

        return Read(path) is { } status ? (((ulong)status.DeviceMajor << 32) | status.DeviceMinor, status.Inode) : null;
    }

    private static bool HasOtherName(string file) =>
        Read(file) is { } status
        && (
            status.Links > 1
            || (Read(System.IO.Path.GetDirectoryName(file)!) is { } folder && folder.Mount != status.Mount)
        );

    private static FileStatus? Read(string path)
    {
        var status = default(FileStatus);
        return Stat(CurrentFolder, path, 0, Wanted, ref status) == 0 ? status : null;
    }

    private static JournalUnavailableException Unavailable(string message) =>
        new(new JournalFailure { Kind = JournalFailureKind.InputOutput, Message = message });

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(int folder, string path, int flags, uint mask, ref FileStatus status);

    // The layout is the same on every architecture. Fields that an older kernel does not support are zero.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(16)]
        public uint Links;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;

        [FieldOffset(144)]
        public ulong Mount;
    }
}

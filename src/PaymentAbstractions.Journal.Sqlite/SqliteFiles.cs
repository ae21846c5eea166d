using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>
/// The file of a database, its log and its locks, as they were when it was opened. They are told from others by stat alone: to open and
/// close the file by other means would drop SQLite's locks.
/// </summary>
internal sealed partial class SqliteFiles
{
    private const int CurrentFolder = -100;
    private const uint Wanted = 0x4 | 0x100 | 0x1000;

    private readonly (string Path, (ulong, ulong)? Identity)[] _files;

    /// <param name="path">The file as it was named, links and all: one that leads elsewhere later is another file.</param>
    /// <param name="file">The file itself; its log and its locks lie next to it.</param>
    /// <exception cref="JournalUnavailableException">The files cannot be told from others, or the file has a second name.</exception>
    public SqliteFiles(string path, string file)
    {
        if (OperatingSystem.IsLinux() && HasOtherName(file))
        {
            throw Unavailable(
                $"The file {file} of the journal has a second name: a hard link, or a mount of the file alone. Each name would have a log of "
                    + "its own, and payments would be sent twice. Give every process the folder under one name."
            );
        }

        _files = [.. new[] { path, file, file + "-wal", file + "-shm" }.Select(one => (one, IdentityOf(one)))];
        // The file is there, so the system does not tell; of its log and its locks it may say that they are not.
        if (_files[0].Identity is null)
        {
            throw Unavailable($"The system does not tell the file {path} of the journal from others.");
        }
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

    // The layout is the same on every architecture. What an older kernel does not know is zero.
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

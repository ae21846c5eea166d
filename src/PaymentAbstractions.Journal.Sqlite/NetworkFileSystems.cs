namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>Determines whether a folder is on a network file system, where locks and syncs guarantee less than the journal needs.</summary>
internal static class NetworkFileSystems
{
    private const string Mounts = "/proc/mounts";

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "fuse.blobfuse2",
        "fuse.ceph",
        "fuse.gcsfuse",
        "fuse.glusterfs",
        "fuse.juicefs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "virtiofs",
    };

    public static string? Find(string folder)
    {
        var path = Path.GetFullPath(folder);
        path = Resolve(path);
        if (File.Exists(Mounts))
        {
            return FindIn(File.ReadLines(Mounts), path);
        }

        return Path.GetPathRoot(path) is { Length: > 0 } root && new DriveInfo(root).DriveType == DriveType.Network
            ? "network drive"
            : null;
    }

    // Any part of the path may be a link to another place.
    private static string Resolve(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var folder = new DirectoryInfo(Path.Combine(Resolve(parent), Path.GetFileName(path)));
        return folder.Exists
            ? folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName
            : folder.FullName;
    }

    /// <summary>Searches the mount table: the longest mount point above the path counts, and the last of equal ones.</summary>
    public static string? FindIn(IEnumerable<string> mounts, string path)
    {
        var (longest, type) = (-1, "");
        foreach (var line in mounts)
        {
            var fields = line.Split(' ');
            if (fields.Length < 3)
            {
                continue;
            }

            var point = Unescape(fields[1]);
            if (point.Length >= longest && IsAbove(point, path))
            {
                (longest, type) = (point.Length, fields[2]);
            }
        }

        return Types.Contains(type) ? type : null;
    }

    private static bool IsAbove(string point, string path) =>
        point == "/"
        || path == point
        || (
            path.StartsWith(point, StringComparison.Ordinal) && path.Length > point.Length && path[point.Length] == '/'
        );

    private static string Unescape(string point) =>
        point
            .Replace("\\040", " ", StringComparison.Ordinal)
            .Replace("\\011", "\t", StringComparison.Ordinal)
            .Replace("\\012", "\n", StringComparison.Ordinal)
            .Replace("\\134", "\\", StringComparison.Ordinal);
}

namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>
/// Makes the folder of a journal so that a loss of power does not take it away; SQLite syncs the names inside of it only.
/// </summary>
internal static class SqliteDirectory
{
    /// <summary>Makes a folder and what is missing above it.</summary>
    /// <param name="folder">The full path.</param>
    /// <param name="sync">Makes the names in a folder durable; that of the system when null.</param>
    public static void Create(string folder, Action<string>? sync = null)
    {
        if (Directory.Exists(folder) || Path.GetDirectoryName(folder) is not { } parent)
        {
            return;
        }

        Create(parent, sync);
        Directory.CreateDirectory(folder);
        (sync ?? Sync)(parent);
    }

    // Windows has no such call, and keeps names in the journal of its file system.
    private static void Sync(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            FolderSync.Run(folder);
        }
    }
}

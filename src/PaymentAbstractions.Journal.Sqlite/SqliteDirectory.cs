namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>Creates the folder of a journal so that it survives a loss of power. SQLite syncs only the names inside the folder.</summary>
internal static class SqliteDirectory
{
    /// <summary>Creates a folder and its missing parent folders.</summary>
    /// <param name="folder">The full path.</param>
    /// <param name="sync">Makes the names in a folder durable; the system function when <see langword="null"/>.</param>
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

    // Windows has no such call; its file system keeps names in its own journal.
    private static void Sync(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            FolderSync.Run(folder);
        }
    }
}

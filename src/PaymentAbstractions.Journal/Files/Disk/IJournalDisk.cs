namespace PaymentAbstractions.Journal;

/// <summary>Everything that the file journal does to a disk, so that tests can record it, cut it short and let it fail.</summary>
internal interface IJournalDisk
{
    bool FolderExists(string folder);

    /// <summary>Creates one folder; its parent exists.</summary>
    void CreateFolder(string folder);

    void SyncFolder(string folder, SyncSite site);

    /// <summary>The names, without the folder, of the files in a folder.</summary>
    IReadOnlyList<string> Files(string folder);

    /// <summary>Creates a file or empties the one that is there.</summary>
    IJournalFile Create(string path);

    IJournalFile Open(string path);

    void Rename(string from, string to);

    void Delete(string path);

    /// <summary>Takes the lock until it is disposed; null while another process has it.</summary>
    IDisposable? TryLock(string path);

    /// <summary>The type of the network file system that holds a folder; null when it is local or cannot be told.</summary>
    string? NetworkFileSystemOf(string folder);
}

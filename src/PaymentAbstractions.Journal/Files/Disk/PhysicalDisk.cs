using Microsoft.Win32.SafeHandles;

namespace PaymentAbstractions.Journal;

internal sealed class PhysicalDisk : IJournalDisk
{
    public bool FolderExists(string folder) => Directory.Exists(folder);

    public void CreateFolder(string folder) => Directory.CreateDirectory(folder);

    public void SyncFolder(string folder, SyncSite site)
    {
        // Windows keeps a folder's entries in its own journal and has no call for this.
        if (!OperatingSystem.IsWindows())
        {
            FolderSync.Run(folder);
        }
    }

    public IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path))];

    public IJournalFile Create(string path) => new PhysicalFile(path, FileMode.Create);

    public IJournalFile Open(string path) => new PhysicalFile(path, FileMode.Open);

    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public void Delete(string path) => File.Delete(path);

    public IDisposable? TryLock(string path)
    {
        SafeFileHandle? handle = null;
        try
        {
            // The lock goes with the handle, so it ends with the process, however that ends.
            handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return handle;
        }
        catch (IOException) when (File.Exists(path))
        {
            handle?.Dispose();
            return null;
        }
    }

    public string? NetworkFileSystemOf(string folder) => NetworkFileSystems.Find(folder);
}

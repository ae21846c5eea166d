namespace PaymentAbstractions.Journal.Tests;

/// <summary>A new folder with some content, and the recording of SQLite's operations in it.</summary>
internal sealed class RecordedFolder : IDisposable
{
    public const string FileName = "payments.db";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recorded-");

    public RecordedFolder(DiskContent? content = null)
    {
        content ??= new DiskContent();
        content.WriteTo(_folder);
        Recording = new VfsRecording(content.Names);
        Vfs = RecordingVfs.Attach(_folder, Recording);
    }

    public VfsRecording Recording { get; }

    /// <summary>The name of the file layer with which the database is opened.</summary>
    public string Vfs { get; }

    /// <summary>The path of the database.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, FileName);

    public void Dispose()
    {
        RecordingVfs.Detach(_folder);
        _folder.Delete(recursive: true);
    }
}

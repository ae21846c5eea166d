namespace PaymentAbstractions.Journal.Tests;

/// <summary>A new folder with some content, and the recording of what SQLite does there.</summary>
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

    /// <summary>The name of the file layer to open the database with.</summary>
    public string Vfs { get; }

    /// <summary>Where the database lies.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, FileName);

    public void Dispose()
    {
        RecordingVfs.Detach(_folder);
        _folder.Delete(recursive: true);
    }
}

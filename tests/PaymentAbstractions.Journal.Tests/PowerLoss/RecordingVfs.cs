using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>
/// A file layer of SQLite above the default one. It records operations in the registered folders and passes on all operations. The
/// -shm file bypasses it, as SQLite requires.
/// </summary>
internal static unsafe partial class RecordingVfs
{
    public const string Name = "recording";

    private const int CreateFlag = 0x4;
    private const int JournalFlags = 0x800 | 0x4000 | 0x80000;
    private const int Ok = 0;

    private static readonly ConcurrentDictionary<string, VfsRecording> Recordings = new(StringComparer.Ordinal);
    private static readonly NativeVfs* Default = Find(null);

    static RecordingVfs()
    {
        var own = (NativeVfs*)NativeMemory.Alloc((nuint)sizeof(NativeVfs));
        *own = *Default;
        own->Next = null;
        own->Name = (byte*)Marshal.StringToCoTaskMemUTF8(Name);
        own->FileSize = sizeof(NativeFile) + Default->FileSize;
        own->Open = &OnOpen;
        own->Delete = &OnDelete;
        if (Register(own, makeDefault: 0) != Ok)
        {
            throw new InvalidOperationException("SQLite did not take the file layer.");
        }
    }

    /// <summary>Starts recording the operations in a folder. Folders are distinguished by their names, which are unique.</summary>
    /// <returns>The name of the file layer with which the database is opened.</returns>
    public static string Attach(DirectoryInfo folder, VfsRecording recording)
    {
        Recordings[folder.Name] = recording;
        return Name;
    }

    public static void Detach(DirectoryInfo folder) => Recordings.TryRemove(folder.Name, out _);

    private static VfsRecording? RecordingOf(string? path) =>
        path is null
            ? null
            : Recordings.GetValueOrDefault(Path.GetFileName(Path.GetDirectoryName(path)) ?? string.Empty);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnOpen(NativeVfs* vfs, byte* name, NativeFile* file, int flags, int* outFlags)
    {
        file->Methods = null;
        file->Handle = 0;
        var path = Marshal.PtrToStringUTF8((nint)name);
        var recording = RecordingOf(path);
        var isNew = (flags & CreateFlag) != 0 && !File.Exists(path);
        int Open() => Default->Open(Default, name, VfsFile.Real(file), flags, outFlags);
        var code =
            recording is not null && isNew
                ? recording.Do(VfsOperationKind.Create, Path.GetFileName(path)!, Open)
                : Open();
        if (code != Ok)
        {
            return code;
        }

        file->Methods = VfsFile.Methods;
        if (recording is not null)
        {
            var syncsFolder = (flags & CreateFlag) != 0 && (flags & JournalFlags) != 0;
            var recorded = new VfsFile(recording, Path.GetFileName(path)!, syncsFolder);
            file->Handle = GCHandle.ToIntPtr(GCHandle.Alloc(recorded));
        }

        return Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnDelete(NativeVfs* vfs, byte* name, int syncFolder)
    {
        var path = Marshal.PtrToStringUTF8((nint)name);
        int Delete() => Default->Delete(Default, name, syncFolder);
        return RecordingOf(path) is { } recording
            ? recording.Do(
                VfsOperationKind.Delete,
                Path.GetFileName(path)!,
                Delete,
                operation => operation with { SyncsFolder = syncFolder != 0 }
            )
            : Delete();
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find", StringMarshalling = StringMarshalling.Utf8)]
    private static partial NativeVfs* Find(string? name);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    private static partial int Register(NativeVfs* vfs, int makeDefault);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>The methods of an open file: each calls the recording, when there is one, and then the default layer.</summary>
internal sealed unsafe class VfsFile(VfsRecording recording, string name, bool syncsFolder)
{
    private const int Ok = 0;

    private bool _syncsFolder = syncsFolder;

    /// <summary>The table of methods, which lives as long as the process.</summary>
    public static NativeFileMethods* Methods { get; } = MakeMethods();

    /// <summary>The file of the default layer.</summary>
    public static NativeFile* Real(NativeFile* file) => file + 1;

    private int Write(NativeFile* file, byte* bytes, int count, long offset) =>
        recording.Do(
            VfsOperationKind.Write,
            name,
            () => Real(file)->Methods->Write(Real(file), bytes, count, offset),
            operation => operation with { Offset = offset, Bytes = new ReadOnlySpan<byte>(bytes, count).ToArray() }
        );

    private int Truncate(NativeFile* file, long length) =>
        recording.Do(
            VfsOperationKind.Truncate,
            name,
            () => Real(file)->Methods->Truncate(Real(file), length),
            operation => operation with { Offset = length }
        );

    // The default layer syncs the folder with the first sync of a log or journal that it may have made. The sync itself is omitted:
    // the disk after a loss of power is computed, so the tests need not wait for a real sync.
    private int Sync()
    {
        var code = recording.Do(
            VfsOperationKind.Sync,
            name,
            () => Ok,
            operation => operation with { SyncsFolder = _syncsFolder }
        );
        _syncsFolder &= code != Ok;
        return code;
    }

    private static VfsFile? Of(NativeFile* file) =>
        file->Handle == 0 ? null : (VfsFile)GCHandle.FromIntPtr(file->Handle).Target!;

    private static NativeFileMethods* MakeMethods()
    {
        var methods = (NativeFileMethods*)NativeMemory.AllocZeroed((nuint)sizeof(NativeFileMethods));
        methods->Version = 2;
        methods->Close = &OnClose;
        methods->Read = &OnRead;
        methods->Write = &OnWrite;
        methods->Truncate = &OnTruncate;
        methods->Sync = &OnSync;
        methods->FileSize = &OnFileSize;
        methods->Lock = &OnLock;
        methods->Unlock = &OnUnlock;
        methods->CheckReservedLock = &OnCheckReservedLock;
        methods->FileControl = &OnFileControl;
        methods->SectorSize = &OnSectorSize;
        methods->DeviceCharacteristics = &OnDeviceCharacteristics;
        methods->ShmMap = &OnShmMap;
        methods->ShmLock = &OnShmLock;
        methods->ShmBarrier = &OnShmBarrier;
        methods->ShmUnmap = &OnShmUnmap;
        return methods;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnClose(NativeFile* file)
    {
        var code = Real(file)->Methods->Close(Real(file));
        if (file->Handle != 0)
        {
            GCHandle.FromIntPtr(file->Handle).Free();
            file->Handle = 0;
        }

        return code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnRead(NativeFile* file, byte* bytes, int count, long offset) =>
        Real(file)->Methods->Read(Real(file), bytes, count, offset);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnWrite(NativeFile* file, byte* bytes, int count, long offset) =>
        Of(file) is { } recorded
            ? recorded.Write(file, bytes, count, offset)
            : Real(file)->Methods->Write(Real(file), bytes, count, offset);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnTruncate(NativeFile* file, long length) =>
        Of(file) is { } recorded ? recorded.Truncate(file, length) : Real(file)->Methods->Truncate(Real(file), length);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnSync(NativeFile* file, int flags) =>
        Of(file) is { } recorded ? recorded.Sync() : Real(file)->Methods->Sync(Real(file), flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnFileSize(NativeFile* file, long* size) => Real(file)->Methods->FileSize(Real(file), size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnLock(NativeFile* file, int level) => Real(file)->Methods->Lock(Real(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnUnlock(NativeFile* file, int level) => Real(file)->Methods->Unlock(Real(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnCheckReservedLock(NativeFile* file, int* isLocked) =>
        Real(file)->Methods->CheckReservedLock(Real(file), isLocked);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnFileControl(NativeFile* file, int operation, void* argument) =>
        Real(file)->Methods->FileControl(Real(file), operation, argument);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnSectorSize(NativeFile* file) => Real(file)->Methods->SectorSize(Real(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnDeviceCharacteristics(NativeFile* file) =>
        Real(file)->Methods->DeviceCharacteristics(Real(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnShmMap(NativeFile* file, int region, int size, int extend, void** address) =>
        Real(file)->Methods->ShmMap(Real(file), region, size, extend, address);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnShmLock(NativeFile* file, int offset, int count, int flags) =>
        Real(file)->Methods->ShmLock(Real(file), offset, count, flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnShmBarrier(NativeFile* file) => Real(file)->Methods->ShmBarrier(Real(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnShmUnmap(NativeFile* file, int delete) => Real(file)->Methods->ShmUnmap(Real(file), delete);
}

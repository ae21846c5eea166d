using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>An open file as SQLite sees it; the file of the default layer follows it in memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeFile
{
    public NativeFileMethods* Methods;

    /// <summary>The handle of the <see cref="VfsFile"/>; for files of the default layer, its private data.</summary>
    public nint Handle;
}

using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>Makes the entries of a folder durable, because the base class library cannot open folders.</summary>
internal static partial class FolderSync
{
    private const int ReadOnly = 0;
    private const int Interrupted = 4;

    public static void Run(string folder)
    {
        var descriptor = Retry(() => Open(folder, ReadOnly));
        if (descriptor < 0)
        {
            throw Failure(folder);
        }

        try
        {
            if (Retry(() => Sync(descriptor)) < 0)
            {
                throw Failure(folder);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static int Retry(Func<int> call)
    {
        while (true)
        {
            var result = call();
            if (result >= 0 || Marshal.GetLastPInvokeError() != Interrupted)
            {
                return result;
            }
        }
    }

    private static IOException Failure(string folder)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException(
            $"The folder {folder} could not be synced: {Marshal.GetPInvokeErrorMessage(error)}.",
            error
        );
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}

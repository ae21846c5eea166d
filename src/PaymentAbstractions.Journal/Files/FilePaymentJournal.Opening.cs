namespace PaymentAbstractions.Journal;

// The folder, its lock, and what must not be opened.
public sealed partial class FilePaymentJournal
{
    private const string LockFile = "journal.lock";

    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Opens the journal of a folder; waits for another process to let it go.</summary>
    /// <param name="options">Where it lies and how it behaves; later changes of the object have no effect.</param>
    /// <param name="timeProvider">The clock; the system's when null.</param>
    /// <param name="cancellationToken">Ends the waiting for the lock.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="PaymentConfigurationException">An option has no meaning.</exception>
    /// <exception cref="JournalUnavailableException">
    /// Another process has the journal, or locks do not hold; a journal was expected and there is none; the folder is reached over
    /// a network.
    /// </exception>
    /// <exception cref="JournalDamagedException">Something that was recorded cannot be read any more.</exception>
    /// <exception cref="IOException">The folder cannot be created, read or written.</exception>
    public static Task<FilePaymentJournal> OpenAsync(
        FileJournalOptions options,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    ) => OpenAsync(new PhysicalDisk(), options, timeProvider ?? TimeProvider.System, cancellationToken);

    /// <summary>Closes the files, reads them again as a start does, and takes payments again. Does nothing that a restart would not do.</summary>
    /// <param name="cancellationToken">Ends the waiting while nothing has begun.</param>
    /// <returns>A task that ends when the journal is open.</returns>
    /// <exception cref="JournalDamagedException">Something that was recorded cannot be read any more.</exception>
    /// <exception cref="IOException">The disk still fails; the journal stays closed and may be reopened again.</exception>
    public async Task ReopenAsync(CancellationToken cancellationToken = default)
    {
        await _compacting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _loop.ReopenAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _compacting.Release();
        }
    }

    internal static async Task<FilePaymentJournal> OpenAsync(
        IJournalDisk disk,
        FileJournalOptions options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems() is { Count: > 0 } problems)
        {
            throw new PaymentConfigurationException(problems);
        }

        var copy = options.Copy();
        copy.Path = Path.GetFullPath(options.Path);
        RefuseNetwork(disk, copy);
        EnsureFolder(disk, copy.Path);
        var held = await LockAsync(disk, copy, time, cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => new FilePaymentJournal(disk, copy, time, held), CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static void RefuseNetwork(IJournalDisk disk, FileJournalOptions options)
    {
        if (!options.AllowNetworkFileSystem && disk.NetworkFileSystemOf(options.Path) is { } type)
        {
            throw new JournalUnavailableException(
                new JournalFailure
                {
                    Kind = JournalFailureKind.NetworkFileSystem,
                    Message =
                        $"The folder {options.Path} is reached over a network ({type}), where a lock or a sync may not hold. Use a "
                        + $"local disk, or {nameof(FileJournalOptions.AllowNetworkFileSystem)} at your own risk.",
                }
            );
        }
    }

    // A folder whose name is not durable could be lost with everything that is durable in it.
    private static void EnsureFolder(IJournalDisk disk, string folder)
    {
        if (disk.FolderExists(folder))
        {
            return;
        }

        if (Path.GetDirectoryName(folder) is { Length: > 0 } parent)
        {
            EnsureFolder(disk, parent);
            disk.CreateFolder(folder);
            disk.SyncFolder(parent, SyncSite.JournalFolder);
        }
    }

    private static async Task<IDisposable> LockAsync(
        IJournalDisk disk,
        FileJournalOptions options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var path = Path.Combine(options.Path, LockFile);
        var begin = time.GetTimestamp();
        while (true)
        {
            if (disk.TryLock(path) is { } held)
            {
                return IsEnforced(disk, path) ? held : throw NotEnforced(held, path);
            }

            if (time.GetElapsedTime(begin) >= options.LockTimeout)
            {
                throw new JournalUnavailableException(
                    new JournalFailure
                    {
                        Kind = JournalFailureKind.Locked,
                        Message =
                            $"Another process has the journal: {path} was still locked after {options.LockTimeout}. A file journal "
                            + "belongs to one process at a time; end the other one, or wait longer.",
                    }
                );
            }

            await Task.Delay(LockInterval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    // Locks can be switched off for a process, and some file systems do not have them; neither is told when one is taken.
    private static bool IsEnforced(IJournalDisk disk, string path)
    {
        using var second = disk.TryLock(path);
        return second is null;
    }

    private static JournalUnavailableException NotEnforced(IDisposable held, string path)
    {
        held.Dispose();
        return new JournalUnavailableException(
            new JournalFailure
            {
                Kind = JournalFailureKind.LockNotEnforced,
                Message =
                    $"{path} could be locked twice, so nothing keeps a second process out. Remove the setting "
                    + "System.IO.DisableFileLocking (DOTNET_SYSTEM_IO_DISABLEFILELOCKING), or use a file system with locks.",
            }
        );
    }
}

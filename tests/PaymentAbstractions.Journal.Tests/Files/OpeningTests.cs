using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>On a real disk, because locks and folders are the system's.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "journal-" + Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_folder_is_created_and_what_was_recorded_is_there_the_next_time()
    {
        JournalEntry entry;
        await using (var journal = await OpenAsync())
        {
            entry = await journal.PayAsync(Some.Sale("key-1"));
            for (var i = 0; i < 50; i++)
            {
                await journal.PayAsync(Some.Sale($"k{i}", $"o{i}"));
            }

            await journal.CompactAsync(TestContext.Current.CancellationToken);
            await journal.PayAsync(Some.Sale("last", "last"));
        }

        await using var again = await OpenAsync(options => options.ExpectExisting = true);

        Assert.Equal(entry, await again.FindAsync(entry.Key, TestContext.Current.CancellationToken));
        Assert.True((await again.FindAsync(Some.Key("k49"), TestContext.Current.CancellationToken))!.IsApproved);
        Assert.True((await again.FindAsync(Some.Key("last"), TestContext.Current.CancellationToken))!.IsApproved);
    }

    [Fact]
    public async Task A_second_process_is_told_clearly_that_it_must_not()
    {
        await using var journal = await OpenAsync();

        var thrown = await Assert.ThrowsAsync<JournalUnavailableException>(() => OpenAsync());

        Assert.Equal(JournalFailureKind.Locked, thrown.Kind);
        Assert.Contains("journal.lock", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_is_waited_for()
    {
        var journal = await OpenAsync();
        var waiting = OpenAsync(options => options.LockTimeout = TimeSpan.FromMinutes(10), TimeProvider.System);

        Assert.False(waiting.IsCompleted);
        await journal.DisposeAsync();

        await using var second = await waiting;
        Assert.True(second.Health.IsOpenForSends);
    }

    [Fact]
    public async Task An_empty_journal_is_refused_where_one_is_expected()
    {
        Directory.CreateDirectory(_folder);

        var thrown = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            OpenAsync(options => options.ExpectExisting = true)
        );

        Assert.Equal(JournalFailureKind.Missing, thrown.Kind);
        Assert.Contains(_folder, thrown.Message, StringComparison.Ordinal);
        await using var journal = await OpenAsync();
        Assert.True(journal.Health.IsOpenForSends);
    }

    [Fact]
    public async Task Options_without_meaning_are_refused_all_at_once()
    {
        var options = new FileJournalOptions
        {
            SegmentBytes = 1,
            MostWritesPerCommit = 0,
            CompactAfterSegments = 1,
            KeepAmountsFor = TimeSpan.FromDays(539),
            LockTimeout = TimeSpan.FromSeconds(-1),
        };

        var thrown = await Assert.ThrowsAsync<PaymentConfigurationException>(() =>
            FilePaymentJournal.OpenAsync(options, cancellationToken: TestContext.Current.CancellationToken)
        );

        Assert.Equal(6, thrown.Problems.Count);
        Assert.Empty(new FileJournalOptions { Path = "x" }.Problems());
    }

    [Theory]
    [InlineData("/data/journal", "nfs4")]
    [InlineData("/data", "nfs4")]
    [InlineData("/database", null)]
    [InlineData("/data/local disk/journal", null)]
    [InlineData("/other", null)]
    [InlineData("/mnt/share", "cifs")]
    public void A_network_file_system_is_told_by_the_longest_mount_point(string path, string? expected)
    {
        string[] mounts =
        [
            "/dev/vda / ext4 rw 0 0",
            "server:/export /data nfs4 rw 0 0",
            "/dev/vdb /data/local\\040disk xfs rw 0 0",
            "//server/share /mnt/share cifs rw 0 0",
            "broken",
        ];

        Assert.Equal(expected, NetworkFileSystems.FindIn(mounts, path));
    }

    [Fact]
    public async Task A_network_file_system_is_refused_unless_it_is_allowed()
    {
        var disk = new NetworkDisk();

        var thrown = await Assert.ThrowsAsync<JournalUnavailableException>(() => Journals.OpenAsync(disk));
        await using var journal = await Journals.OpenAsync(disk, options => options.AllowNetworkFileSystem = true);

        Assert.Equal(JournalFailureKind.NetworkFileSystem, thrown.Kind);
        Assert.Contains("nfs", thrown.Message, StringComparison.Ordinal);
    }

    private Task<FilePaymentJournal> OpenAsync(Action<FileJournalOptions>? configure = null, TimeProvider? time = null)
    {
        var options = Journals.Options;
        options.Path = Path.Combine(_folder, "deeper", "journal");
        configure?.Invoke(options);
        if (options.ExpectExisting && !Directory.Exists(options.Path))
        {
            options.Path = _folder;
        }

        return FilePaymentJournal.OpenAsync(
            options,
            time ?? new ManualTimeProvider(Some.Now),
            TestContext.Current.CancellationToken
        );
    }

    private sealed class NetworkDisk : IJournalDisk
    {
        private readonly RecordingDisk _disk = new();

        public bool FolderExists(string folder) => _disk.FolderExists(folder);

        public void CreateFolder(string folder) => _disk.CreateFolder(folder);

        public void SyncFolder(string folder, SyncSite site) => _disk.SyncFolder(folder, site);

        public IReadOnlyList<string> Files(string folder) => _disk.Files(folder);

        public IJournalFile Create(string path) => _disk.Create(path);

        public IJournalFile Open(string path) => _disk.Open(path);

        public void Rename(string from, string to) => _disk.Rename(from, to);

        public void Delete(string path) => _disk.Delete(path);

        public IDisposable? TryLock(string path) => _disk.TryLock(path);

        public string NetworkFileSystemOf(string folder) => "nfs";
    }
}

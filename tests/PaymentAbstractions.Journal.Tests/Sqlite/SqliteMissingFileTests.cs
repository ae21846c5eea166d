using System.Runtime.InteropServices;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>A file that is deleted or replaced while a journal has it open.</summary>
public sealed partial class SqliteMissingFileTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    [Fact]
    public async Task A_file_deleted_while_open_is_noticed_before_the_next_write()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be deleted there.");
        await using var journal = await _folder.OpenAsync();
        var paid = Some.Sale("a", "order-a");
        await journal.PayAsync(paid);

        File.Delete(_folder.Path);

        await AssertMissingAsync(journal);
        Assert.False(File.Exists(_folder.Path));
        await journal.DisposeAsync();
        Assert.False(File.Exists(_folder.Path));
    }

    [Fact]
    public async Task A_file_replaced_while_open_is_noticed_before_the_next_write()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be deleted there.");
        await using var journal = await _folder.OpenAsync();
        await journal.PayAsync(Some.Sale("a", "order-a"));
        await using (var other = await _folder.OpenAsync(_folder.PathOf("other.db")))
        {
            await other.PayAsync(Some.Sale("other", "order-other"));
        }

        File.Move(_folder.PathOf("other.db"), _folder.Path, overwrite: true);
        await AssertMissingAsync(journal);
        await journal.DisposeAsync();

        // The log belongs to the file that was replaced and has to be deleted with it.
        File.Delete(_folder.Path + "-wal");
        using var connection = _folder.Connect();
        Assert.Equal("ok", connection.Run("PRAGMA integrity_check"));
        Assert.Equal("other", connection.Run("SELECT group_concat(key) FROM payments"));
    }

    [Fact]
    public async Task A_link_that_leads_elsewhere_while_open_is_noticed_before_the_next_write()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there.");
        Directory.CreateDirectory(_folder.PathOf("r1"));
        Directory.CreateDirectory(_folder.PathOf("r2"));
        var link = Directory.CreateSymbolicLink(_folder.PathOf("current"), _folder.PathOf("r1"));
        var path = Path.Combine(link.FullName, "payments.db");
        await using var journal = await _folder.OpenAsync(path);
        await journal.PayAsync(Some.Sale("a", "order-a"));

        link.Delete();
        Directory.CreateSymbolicLink(_folder.PathOf("current"), _folder.PathOf("r2"));
        await using var next = await _folder.OpenAsync(path);

        await AssertMissingAsync(journal);
        await next.PayAsync(Some.Sale("b", "order-b"));
    }

    [Fact]
    public async Task A_file_with_two_names_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there links are counted.");
        await using (await _folder.OpenAsync()) { }

        var other = _folder.PathOf("other.db");
        Assert.Equal(0, Link(_folder.Path, other));
        var refused = await Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(other));

        Assert.Contains("second name", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_deleted_while_open_is_noticed_before_the_next_write()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be deleted there.");
        await using var journal = await _folder.OpenAsync();
        await journal.PayAsync(Some.Sale("a", "order-a"));

        File.Delete(_folder.Path + "-wal");
        await AssertMissingAsync(journal);
        await journal.DisposeAsync();

        await using var next = await _folder.OpenAsync(expectExisting: true);
        Assert.Equal(PaymentOutcome.Approved, (await next.RepeatAsync(Some.Sale("a", "order-a"))).Outcome);
    }

    [Fact]
    public async Task Locks_deleted_while_open_are_noticed_before_the_next_write()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be deleted there.");
        await using var journal = await _folder.OpenAsync();
        await journal.PayAsync(Some.Sale("a", "order-a"));

        File.Delete(_folder.Path + "-shm");
        // A process that starts now makes its own locks and would write at the same time as this one.
        await using var other = await _folder.OpenAsync();

        await AssertMissingAsync(journal);
    }

    [Fact]
    public async Task A_log_that_another_process_recreated_is_noticed_before_the_next_write()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be deleted there.");
        await using var journal = await _folder.OpenAsync();
        await journal.PayAsync(Some.Sale("a", "order-a"));

        // The new file is made while the old one still exists, so that it cannot get the same inode number.
        var made = _folder.PathOf("made");
        await File.WriteAllBytesAsync(made, [], TestContext.Current.CancellationToken);
        File.Move(made, _folder.Path + "-wal", overwrite: true);

        await AssertMissingAsync(journal);
    }

    [Fact]
    public async Task A_file_behind_a_link_is_not_missing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        var link = _folder.PathOf("link.db");
        await using (var journal = await _folder.OpenAsync())
        {
            await journal.PayAsync(Some.Sale("a", "order-a"));
        }

        File.CreateSymbolicLink(link, _folder.Path);
        await using var linked = await _folder.OpenAsync(link, expectExisting: true);

        await linked.PayAsync(Some.Sale("b", "order-b"));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task AssertMissingAsync(SqlitePaymentJournal journal)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var next = Some.Sale("b", "order-b");

        var begun = await journal.BeginAsync(next, cancellationToken);
        var completed = await journal.CompleteAsync(
            Some.Key("a"),
            1,
            Some.Approved(next),
            cancellationToken: cancellationToken
        );

        Assert.Equal(JournalDecisionKind.NotRecorded, begun.Kind);
        Assert.Equal(JournalFailureKind.Missing, begun.Failure!.Kind);
        Assert.Equal(JournalWriteStatus.NotRecorded, completed.Status);
        Assert.Equal(JournalFailureKind.Missing, completed.Failure!.Kind);
        Assert.False(journal.Health.IsOpenForSends);
        Assert.Equal(begun.Failure, journal.Health.LastFailure);
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}

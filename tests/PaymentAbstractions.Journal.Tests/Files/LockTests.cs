using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>With processes of their own: each runs the test that started it again, and finds a folder given to it.</summary>
public sealed class LockTests : IDisposable
{
    private const string FolderVariable = "PAYMENT_JOURNAL_TEST_FOLDER";
    private const string NoLocksVariable = "DOTNET_SYSTEM_IO_DISABLEFILELOCKING";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "journal-" + Path.GetRandomFileName());

    private static string? Given => Environment.GetEnvironmentVariable(FolderVariable);

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_journal_of_a_process_is_free_when_that_was_killed_and_no_sooner()
    {
        if (Given is { } given)
        {
            await using var held = await OpenAsync(given);
            await held.PayAsync(Some.Sale("key-1"));
            await File.WriteAllTextAsync(ReadyFile(given), "", TestContext.Current.CancellationToken);
            await Task.Delay(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            return;
        }

        using var other = StartOther();
        await WaitForAsync(() => File.Exists(ReadyFile(_folder)) || other.HasExited);
        var refused = await Assert.ThrowsAsync<JournalUnavailableException>(() => OpenAsync(_folder));
        var waiting = OpenAsync(_folder, TimeSpan.FromMinutes(1));
        Assert.False(waiting.IsCompleted);
        other.Kill();

        await using var journal = await waiting;
        Assert.Equal(JournalFailureKind.Locked, refused.Kind);
        Assert.True((await journal.FindAsync(Some.Key("key-1"), TestContext.Current.CancellationToken))!.IsApproved);
    }

    [Fact]
    public async Task A_journal_is_not_opened_where_locks_do_not_hold()
    {
        if (Given is { } given)
        {
            var thrown = await Assert.ThrowsAsync<JournalUnavailableException>(() => OpenAsync(given));

            Assert.Equal(JournalFailureKind.LockNotEnforced, thrown.Kind);
            Assert.Contains(NoLocksVariable, thrown.Message, StringComparison.Ordinal);
            return;
        }

        using var other = StartOther((NoLocksVariable, "1"));
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, other.ExitCode);
        await using var journal = await OpenAsync(_folder);
        Assert.True(journal.Health.IsOpenForSends);
    }

    private Process StartOther((string Name, string Value)? variable = null, [CallerMemberName] string test = null!)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-method", $"{typeof(LockTests).FullName}.{test}"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[FolderVariable] = _folder;
        if (variable is { } one)
        {
            start.Environment[one.Name] = one.Value;
        }

        return Process.Start(start)!;
    }

    private static string ReadyFile(string folder) => Path.Combine(folder, "ready");

    private static async Task WaitForAsync(Func<bool> isDone)
    {
        while (!isDone())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static Task<FilePaymentJournal> OpenAsync(string folder, TimeSpan wait = default) =>
        FilePaymentJournal.OpenAsync(
            new FileJournalOptions { Path = folder, LockTimeout = wait },
            cancellationToken: TestContext.Current.CancellationToken
        );
}

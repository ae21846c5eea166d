using System.Text.Json;
using PaymentAbstractions.Journal.Sqlite;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Notifications of stored entries: of those from versions without notifications, and of those that were reduced.</summary>
public sealed class NotedEntryTests : IDisposable
{
    private const string WithoutNotes = "UPDATE payments SET entry = json_remove(entry, '$.Notifications')";

    private static readonly JournalIntent Sale = Some.Sale("s");
    private static readonly TransactionReference Transaction = Some.Transaction("txn-s");

    private static readonly JournalNotification Notification = new()
    {
        EventType = "transaction-processed",
        ProviderRevision = 1,
        At = Some.Now,
    };

    private readonly SqliteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_text_without_notes_is_an_entry_without_notes(bool isGenerated)
    {
        var options = isGenerated ? JournalJsonContext.Default.Options : JsonSerializerOptions.Default;
        var entry = await new Memory().Journal.PayAsync(Sale);
        var older = JsonSerializer.SerializeToNode(entry, options)!.AsObject();
        Assert.True(older.Remove(nameof(JournalEntry.Notifications)));

        var read = older.Deserialize<JournalEntry>(options)!;

        Assert.Equal(entry, read);
        Assert.Empty(read.Notifications);
        Assert.False(Notification.IsNotedIn(read));
    }

    [Fact]
    public async Task An_entry_of_an_older_file_takes_its_first_note()
    {
        JournalEntry before;
        await using (var older = await _folder.OpenAsync())
        {
            before = await older.PayAsync(Sale);
        }

        using (var connection = _folder.Connect())
        {
            connection.Run(WithoutNotes);
        }

        await using var journal = await _folder.OpenAsync(expectExisting: true);
        var read = await journal.FindAsync(Sale.JournalKey, Token);
        var noted = await journal.NoteAsync(Transaction, Notification, Token);

        Assert.Equal(before, read);
        Assert.Equal(before with { Notifications = [Notification] }, noted.Entry);
    }

    [Fact]
    public async Task A_reduced_entry_has_no_notes()
    {
        var clock = new ManualTimeProvider(Some.Now);
        await using var journal = await SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions { Path = _folder.Path },
            clock,
            Token
        );
        await journal.PayAsync(Sale);
        var noted = await journal.NoteAsync(Transaction, Notification, Token);
        clock.Advance(TimeSpan.FromDays(181));

        var reduced = await journal.ReduceAsync(Token);

        var entry = (await journal.FindAsync(Sale.JournalKey, Token))!;
        Assert.Equal([Notification], noted.Entry!.Notifications);
        Assert.Equal((1, true), (reduced, entry.IsTombstone));
        Assert.Empty(entry.Notifications);
    }

    public void Dispose() => _folder.Dispose();
}

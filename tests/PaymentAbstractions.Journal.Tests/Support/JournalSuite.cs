using PaymentAbstractions.Journal.Sqlite;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>The tests that every kind of journal must pass, with one subclass for each kind.</summary>
public abstract class JournalSuite(JournalKind kind) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journal-");
    private readonly Dictionary<IPaymentJournal, string> _opened = [];
    private readonly string _schema = PostgreSqlJournals.NewSchema();

    /// <summary>Opens a new journal.</summary>
    protected Task<IPaymentJournal> OpenAsync() => OpenAsync($"payments_{_opened.Count}");

    /// <summary>Opens the journal again, as another process would; a journal in memory is returned unchanged.</summary>
    protected async Task<IPaymentJournal> RestartAsync(IPaymentJournal journal)
    {
        if (journal is not IAsyncDisposable disposable)
        {
            return journal;
        }

        await disposable.DisposeAsync();
        return await OpenAsync(_opened[journal]);
    }

    private async Task<IPaymentJournal> OpenAsync(string file)
    {
        var clock = new ManualTimeProvider(Some.Now);
        IPaymentJournal journal = kind switch
        {
            JournalKind.InMemory => new Memory().Journal,
            JournalKind.PostgreSql => await PostgreSqlJournals.OpenAsync($"{_schema}_{file}"),
            _ => await SqlitePaymentJournal.OpenAsync(
                new SqliteJournalOptions { Path = Path.Combine(_folder.FullName, file) },
                clock
            ),
        };
        _opened.Add(journal, file);
        return journal;
    }

    /// <summary>Opens a journal with an authorization of 10, <c>auth</c>.</summary>
    protected async Task<IPaymentJournal> AuthorizedAsync()
    {
        var journal = await OpenAsync();
        var authorize = Some.Authorize("a");
        await journal.PayAsync(authorize, Some.Approved(authorize, "auth"));
        return journal;
    }

    /// <summary>Opens a journal with a sale of 10, <c>sale</c>.</summary>
    protected async Task<IPaymentJournal> SoldAsync()
    {
        var journal = await OpenAsync();
        var sale = Some.Sale("s");
        await journal.PayAsync(sale, Some.Approved(sale, "sale"));
        return journal;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var journal in _opened.Keys.OfType<IAsyncDisposable>())
        {
            await journal.DisposeAsync();
        }

        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}

using Microsoft.Data.Sqlite;
using PaymentAbstractions.Journal.Sqlite;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>A folder with a journal's file, as several processes see it.</summary>
internal sealed class SqliteFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sqlite-");

    /// <summary>The path of the database.</summary>
    public string Path => PathOf("payments.db");

    public string PathOf(string name) => System.IO.Path.Combine(_folder.FullName, name);

    /// <summary>Opens a journal as another process would.</summary>
    public Task<SqlitePaymentJournal> OpenAsync(string? path = null, bool expectExisting = false) =>
        OpenAsync(path ?? Path, new SqliteTuning(), expectExisting);

    public static Task<SqlitePaymentJournal> OpenAsync(string path, SqliteTuning tuning, bool expectExisting = false) =>
        SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions
            {
                Path = path,
                ExpectExisting = expectExisting,
                LockTimeout = TimeSpan.FromSeconds(1),
            },
            tuning,
            new ManualTimeProvider(Some.Now),
            TestContext.Current.CancellationToken
        );

    /// <summary>Connects as a tool without knowledge of the journal does.</summary>
    public SqliteConnection Connect() => Connect(Path);

    public static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>A file of any earlier version is opened, upgraded, and still answers for its entries.</summary>
public sealed class SqliteSchemaTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Versions => [.. Enumerable.Range(1, SqliteSchema.Versions.Count)];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_file_of_a_version_is_brought_up_to_date(int version)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Sqlite", "Schemas", $"{version}.sql");
        using (var connection = _folder.Connect())
        {
            connection.Run(await File.ReadAllTextAsync(script, Token));
        }

        await using var journal = await _folder.OpenAsync(expectExisting: true);
        var entry = await journal.FindAsync(Some.Key("key-first"), Token);
        var other = await journal.BeginAsync(Some.Sale("key-second", "order-second"), Token);
        using var after = _folder.Connect();

        Assert.Equal(
            (JournalEntryState.Closed, Money.Eur(49.90m)),
            (entry!.State, entry.Outcome!.Result.ApprovedAmount)
        );
        Assert.Equal(
            entry,
            Assert.Single(await journal.FindByTransactionAsync(entry.Outcome.Transaction!, Token).ToListAsync(Token))
        );
        Assert.True(other.IsStarted);
        Assert.Equal((long)SqliteSchema.Versions.Count, after.Run("SELECT max(version) FROM schema_versions"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_new_database_has_the_schema_of_an_upgraded_one(int version)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Sqlite", "Schemas", $"{version}.sql");
        var fresh = _folder.PathOf("fresh.db");
        using (var connection = _folder.Connect())
        {
            connection.Run(await File.ReadAllTextAsync(script, Token));
        }

        await using (await _folder.OpenAsync())
        await using (await _folder.OpenAsync(fresh))
        {
            const string Schema =
                "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name)";
            using var updated = _folder.Connect();
            using var made = SqliteFolder.Connect(fresh);
            Assert.Equal(made.Run(Schema), updated.Run(Schema));
        }
    }

    public void Dispose() => _folder.Dispose();
}

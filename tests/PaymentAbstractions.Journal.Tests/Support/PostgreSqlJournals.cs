using PaymentAbstractions.Journal.PostgreSql;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Journals in a database that all tests share; each test has its own schema.</summary>
internal static class PostgreSqlJournals
{
    private static readonly Lazy<Task<string?>> Database = new(async () =>
        await PostgreSqlServer.PostgreSqlServer.Shared is { } server ? await server.NewDatabaseAsync() : null
    );

    private static int _schemas;

    /// <summary>A unique name for a schema.</summary>
    public static string NewSchema() => $"journal_{Interlocked.Increment(ref _schemas)}";

    /// <summary>Options for a schema; the test is skipped when there is no server.</summary>
    public static async Task<PostgreSqlJournalOptions> OptionsAsync(string schema)
    {
        var database = await Database.Value;
        Assert.SkipWhen(database is null, PostgreSqlServer.PostgreSqlServer.Missing);
        return new PostgreSqlJournalOptions { ConnectionString = database!, Schema = schema };
    }

    /// <summary>Opens the journal of a schema with the test's clock.</summary>
    public static async Task<PostgreSqlPaymentJournal> OpenAsync(string schema, ManualTimeProvider? clock = null)
    {
        var options = await OptionsAsync(schema);
        return await PostgreSqlPaymentJournal.OpenAsync(
            options,
            source: null,
            TimeProvider.System,
            clock ?? new ManualTimeProvider(Some.Now),
            TestContext.Current.CancellationToken
        );
    }
}

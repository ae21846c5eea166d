using Microsoft.Data.Sqlite;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Tool.Tests;

public sealed class SqliteToolTests : ToolTests
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tool-");

    protected override IReadOnlyList<string> Place => ["--sqlite", File];

    private string File => Path.Combine(_folder.FullName, "payments.db");

    [Fact]
    public async Task A_missing_file_is_reported_and_created_only_by_migrate()
    {
        var missing = Path.Combine(_folder.FullName, "missing.db");

        var run = await ToolRun.OfAsync(["list", "--sqlite", missing]);

        Assert.Equal(ExitCode.Unavailable, run.Code);
        Assert.Equal($"The journal {missing} does not exist, but it was expected.", run.Errors.Trim());
        Assert.False(System.IO.File.Exists(missing));
        Assert.Equal(ExitCode.Done, (await ToolRun.OfAsync(["migrate", "--sqlite", missing])).Code);
        Assert.Equal("[]", (await ToolRun.OfAsync(["list", "--json", "--sqlite", missing])).Output.Trim());
    }

    [Fact]
    public async Task A_file_of_something_else_is_left_alone()
    {
        var other = Path.Combine(_folder.FullName, "empty.db");
        await System.IO.File.WriteAllBytesAsync(other, [], Token);

        var run = await ToolRun.OfAsync(["list", "--sqlite", other]);

        Assert.Equal(ExitCode.Unavailable, run.Code);
        Assert.Contains("has schema version 0", run.Errors, StringComparison.Ordinal);
    }

    public override async ValueTask InitializeAsync() => await WithJournalAsync(Filled.AddStuckAsync);

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return base.DisposeAsync();
    }

    protected override async Task WithJournalAsync(Func<IPaymentJournal, Task> act)
    {
        await using var journal = await SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions { Path = File },
            cancellationToken: Token
        );
        await act(journal);
    }

    protected override async Task<int> AgeAsync()
    {
        await ExecuteAsync("DROP INDEX payments_by_start; DELETE FROM schema_versions WHERE version = 4");
        return await VersionAsync();
    }

    protected override async Task<int> VersionAsync() =>
        (int)(long)(await ExecuteAsync("SELECT max(version) FROM schema_versions"))!;

    protected override Task DamageAsync() => ExecuteAsync("UPDATE payments SET entry = '{' WHERE key = 'stuck'");

    private async Task<object?> ExecuteAsync(string statements)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = statements;
        return await command.ExecuteScalarAsync(Token);
    }
}

using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Files that are not a journal, or not the expected one, are not opened.</summary>
public sealed class SqliteOpeningTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    [Fact]
    public async Task An_expected_file_that_is_missing_is_not_made()
    {
        var exception = await RefusedAsync(expectExisting: true);

        Assert.Equal(JournalFailureKind.Missing, exception.Kind);
        Assert.Equal($"The journal {_folder.Path} does not exist, but it was expected.", exception.Message);
        Assert.False(File.Exists(_folder.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_expected_file_that_is_empty_is_refused(bool wasJournal)
    {
        if (wasJournal)
        {
            await using var journal = await _folder.OpenAsync();
        }
        else
        {
            await File.WriteAllBytesAsync(_folder.Path, [], TestContext.Current.CancellationToken);
        }

        var exception = await RefusedAsync(expectExisting: true);

        Assert.Equal(JournalFailureKind.Missing, exception.Kind);
        Assert.Equal($"The journal {_folder.Path} is empty, but payments were expected.", exception.Message);
    }

    [Fact]
    public async Task An_expected_file_with_payments_is_opened()
    {
        var sale = Some.Sale("a");
        await using (var journal = await _folder.OpenAsync())
        {
            await journal.PayAsync(sale);
        }

        await using var next = await _folder.OpenAsync(expectExisting: true);

        Assert.Equal(PaymentOutcome.Approved, (await next.RepeatAsync(sale)).Outcome);
    }

    [Theory]
    [InlineData("CREATE TABLE payments (id INTEGER)")]
    [InlineData("PRAGMA application_id = 7")]
    public async Task A_database_of_something_else_is_left_alone(string text)
    {
        using (var connection = _folder.Connect())
        {
            connection.Run(text);
        }

        var exception = await RefusedAsync(expectExisting: false);

        Assert.Contains("a database of another application", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_a_later_version_brings_up_to_date_meanwhile_stops_the_next_write()
    {
        await using var journal = await _folder.OpenAsync();
        await journal.PayAsync(Some.Sale("a", "order-a"));
        using (var connection = _folder.Connect())
        {
            connection.Run("INSERT INTO schema_versions VALUES (99, '2030-01-01T00:00:00Z')");
        }

        var begun = await journal.BeginAsync(Some.Sale("b", "order-b"), TestContext.Current.CancellationToken);

        Assert.Equal(JournalFailureKind.SchemaTooNew, begun.Failure?.Kind);
        Assert.False(journal.Health.IsOpenForSends);
    }

    [Fact]
    public async Task A_schema_of_a_later_version_stops_the_opening()
    {
        await using (var journal = await _folder.OpenAsync())
        {
            await journal.PayAsync(Some.Sale("a"));
        }

        using (var connection = _folder.Connect())
        {
            connection.Run("INSERT INTO schema_versions (version, applied_at) VALUES (99, '2030-01-01')");
            connection.Run("PRAGMA user_version = 7");
        }

        var exception = await RefusedAsync();

        Assert.Equal(JournalFailureKind.SchemaTooNew, exception.Kind);
        Assert.Contains("has schema version 99", exception.Message, StringComparison.Ordinal);
        Assert.Contains(
            $"this version of the library supports only version {SqliteSchema.Versions.Count}.",
            exception.Message,
            StringComparison.Ordinal
        );
        using var after = _folder.Connect();
        Assert.Equal(7L, after.Run("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is()
    {
        var text = string.Join('\n', Enumerable.Repeat("no database", 1000));
        await File.WriteAllTextAsync(_folder.Path, text, TestContext.Current.CancellationToken);

        var exception = await RefusedAsync();

        Assert.Equal(JournalFailureKind.Damaged, exception.Kind);
        Assert.Contains(_folder.Path, exception.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(_folder.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Folders_that_are_made_are_durable_before_anything_in_them()
    {
        var (outer, inner) = (_folder.PathOf("outer"), Path.Combine(_folder.PathOf("outer"), "inner"));
        var synced = new List<string>();

        SqliteDirectory.Create(inner, synced.Add);
        SqliteDirectory.Create(inner, synced.Add);

        Assert.Equal([Path.GetDirectoryName(outer)!, outer], synced);
        Assert.True(Directory.Exists(inner));
        await using var journal = await _folder.OpenAsync(Path.Combine(inner, "deeper", "payments.db"));
        await journal.PayAsync(Some.Sale("a"));
    }

    public void Dispose() => _folder.Dispose();

    private Task<JournalUnavailableException> RefusedAsync(bool expectExisting = false) =>
        Assert.ThrowsAsync<JournalUnavailableException>(() => _folder.OpenAsync(expectExisting: expectExisting));
}

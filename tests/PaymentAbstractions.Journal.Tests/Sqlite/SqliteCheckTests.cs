using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Checks of closed payments on one file that several processes share.</summary>
public sealed class SqliteCheckTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_payment_is_claimed_by_one_of_two_processes()
    {
        await using var first = await _folder.OpenAsync();
        await using var second = await _folder.OpenAsync();
        for (var i = 0; i < 40; i++)
        {
            await SellAsync(first, $"{i}");
        }

        var claimed = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i => Task.Run(() => ClaimAsync(i % 2 == 0 ? first : second, limit: 3), Token))
        );

        var keys = claimed.SelectMany(entries => entries).Select(entry => entry.Key).ToList();
        Assert.Equal(40, keys.Count);
        Assert.Equal(40, keys.Distinct().Count());
    }

    [Fact]
    public async Task One_that_cannot_be_read_does_not_stand_before_the_others()
    {
        await using var journal = await _folder.OpenAsync();
        await SellAsync(journal, "damaged");
        await SellAsync(journal, "sound");
        using (var connection = _folder.Connect())
        {
            connection.Run("UPDATE payments SET entry = 'nothing' WHERE key = 'damaged'");
        }

        await ClaimAsync(journal, limit: 1);
        var claimed = await ClaimAsync(journal, limit: 1);

        Assert.Equal(Some.Key("sound"), Assert.Single(claimed).Key);
    }

    [Fact]
    public async Task Those_of_payments_that_a_later_version_wrote_are_left_to_it()
    {
        await using var journal = await _folder.OpenAsync();
        await SellAsync(journal, "later");
        using var connection = _folder.Connect();
        connection.Run("UPDATE payments SET entry_version = 99 WHERE key = 'later'");

        Assert.Empty(await ClaimAsync(journal, limit: 1));

        connection.Run("UPDATE payments SET entry_version = 1 WHERE key = 'later'");
        Assert.Single(await ClaimAsync(journal, limit: 1));
    }

    [Fact]
    public async Task Due_payments_are_found_by_their_index()
    {
        await using (await _folder.OpenAsync())
        {
            using var connection = _folder.Connect();
            using var command = connection.CreateCommand();
            command.CommandText =
                "EXPLAIN QUERY PLAN SELECT id FROM payments WHERE gateway = 'g' AND next_check_at <= 't' ORDER BY next_check_at, id LIMIT 5";
            using var plan = command.ExecuteReader();

            Assert.True(plan.Read());
            Assert.Contains("payments_to_check", plan.GetString(3), StringComparison.Ordinal);
            Assert.False(plan.Read());
        }
    }

    [Fact]
    public async Task A_payment_of_before_the_checks_is_answered_and_has_none()
    {
        using (var connection = _folder.Connect())
        {
            var script = Path.Combine(AppContext.BaseDirectory, "Sqlite", "Schemas", "1.sql");
            connection.Run(await File.ReadAllTextAsync(script, Token));
        }

        await using var journal = await _folder.OpenAsync();
        await SellAsync(journal, "new");
        var old = await journal.FindAsync(Some.Key("key-first"), Token);

        Assert.Equal((JournalEntryState.Closed, null), (old!.State, old.NextCheckAt));
        Assert.Equal(Some.Key("new"), Assert.Single(await ClaimAsync(journal, limit: 9)).Key);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<JournalEntry> SellAsync(SqlitePaymentJournal journal, string key)
    {
        var sale = Some.Sale(key, "order-" + key);
        return journal.PayAsync(sale, Some.Approved(sale) with { NextCheckAt = Some.Now });
    }

    private static Task<IReadOnlyList<JournalEntry>> ClaimAsync(SqlitePaymentJournal journal, int limit) =>
        journal.ClaimChecksAsync(Some.Gateway, Some.Now.AddMinutes(5), limit, Token);
}

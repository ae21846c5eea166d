namespace PaymentAbstractions.Journal.Tests;

/// <summary>All payments of a period are listed, regardless of their outcome, and none of another period.</summary>
public abstract class StartedTests(JournalKind kind) : JournalSuite(kind)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Payments_that_began_in_a_period_are_listed_oldest_first()
    {
        var journal = await OpenAsync();
        foreach (var minute in new[] { 3, 1, 2, 0, 4 })
        {
            var sale = At(minute);
            await journal.BeginAsync(sale, Token);
            if (minute % 2 == 0)
            {
                await journal.CompleteAsync(
                    sale.JournalKey,
                    1,
                    Some.Approved(sale, $"t{minute}"),
                    cancellationToken: Token
                );
            }
        }

        Assert.Equal(["k1", "k2", "k3"], await KeysAsync(journal, 1, 4));
        Assert.Equal(["k0", "k1", "k2", "k3", "k4"], await KeysAsync(journal, -100, 100));
        Assert.Empty(await KeysAsync(journal, 5, 9));
        Assert.Empty(await KeysAsync(journal, 3, 3));
        Assert.Empty(await KeysAsync(journal, 4, 1));
    }

    [Fact]
    public async Task A_page_has_no_end_that_is_seen()
    {
        var journal = await OpenAsync();
        for (var i = 0; i < 300; i++)
        {
            // Three payments start at the same time.
            await journal.BeginAsync(At(i / 3, $"k{i:D3}"), Token);
        }

        var listed = await KeysAsync(journal, 0, 1000);

        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"k{i:D3}"), listed.Order(StringComparer.Ordinal));
        Assert.Equal(listed.Count, listed.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_attempt_counts_by_its_latest_beginning()
    {
        var journal = await OpenAsync();
        var first = At(0);
        await journal.PayAsync(first, Some.NotSent(first));
        await journal.BeginAsync(first with { StartedAt = Some.Now.AddHours(2), SendBy = Some.Now.AddHours(3) }, Token);

        Assert.Empty(await KeysAsync(journal, 0, 60));
        Assert.Equal(["k0"], await KeysAsync(journal, 120, 121));
    }

    private static JournalIntent At(int minute, string? key = null) =>
        Some.Sale(key ?? $"k{minute}", $"order-{key ?? $"{minute}"}") with
        {
            StartedAt = Some.Now.AddMinutes(minute),
            SendBy = Some.Now.AddMinutes(minute + 1),
        };

    private static async Task<List<string>> KeysAsync(IPaymentJournal journal, int from, int until)
    {
        var keys = new List<string>();
        await foreach (
            var entry in journal.GetStartedAsync(Some.Now.AddMinutes(from), Some.Now.AddMinutes(until), Token)
        )
        {
            keys.Add(entry.Intent.IdempotencyKey.Value);
        }

        return keys;
    }

    public sealed class InMemory() : StartedTests(JournalKind.InMemory);

    public sealed class InSqlite() : StartedTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : StartedTests(JournalKind.PostgreSql);
}

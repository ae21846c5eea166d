namespace PaymentAbstractions.Journal.Tests;

/// <summary>The maximum number of entries in a list.</summary>
public abstract class LimitTests(JournalKind kind) : JournalSuite(kind)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_has_as_many_entries_as_were_asked_for()
    {
        var journal = await OpenAsync();
        foreach (var name in new[] { "a", "b", "c" })
        {
            var sale = Some.Sale(name, $"order-{name}");
            await journal.BeginAsync(sale, Token);
            await journal.CompleteAsync(
                sale.JournalKey,
                1,
                Some.Unknown(sale),
                publish: true,
                cancellationToken: Token
            );
        }

        var unresolved = journal.GetUnresolvedAsync(new JournalQuery { Limit = 2 }, Token);

        Assert.Equal(
            ["a", "b"],
            await unresolved.Select(entry => entry.Intent.IdempotencyKey.Value).ToListAsync(Token)
        );
        Assert.Equal(1, await journal.GetUnpublishedAsync(1, Token).CountAsync(Token));
        Assert.Equal(3, await journal.GetUnpublishedAsync(cancellationToken: Token).CountAsync(Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_limit_below_one_is_refused_at_once(int limit)
    {
        var journal = await OpenAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() =>
            journal.GetUnresolvedAsync(new JournalQuery { Limit = limit }, Token)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => journal.GetUnpublishedAsync(limit, Token));
    }

    public sealed class InMemory() : LimitTests(JournalKind.InMemory);

    public sealed class InSqlite() : LimitTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : LimitTests(JournalKind.PostgreSql);
}

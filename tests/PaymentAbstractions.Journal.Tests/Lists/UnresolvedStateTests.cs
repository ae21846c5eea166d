namespace PaymentAbstractions.Journal.Tests;

/// <summary>Unresolved payments are listed by state, oldest first.</summary>
public abstract class UnresolvedStateTests(JournalKind kind) : JournalSuite(kind)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(JournalEntryState.Open, "open")]
    [InlineData(JournalEntryState.Pending, "pending")]
    [InlineData(JournalEntryState.Unknown, "unknown-1,unknown-2")]
    [InlineData(JournalEntryState.Closed, "")]
    public async Task Those_of_a_state_are_listed_alone(JournalEntryState state, string keys)
    {
        var journal = await OpenAsync();
        await journal.BeginAsync(Sale("open"), Token);
        await EndAsync(journal, Sale("unknown-1"), Some.Unknown);
        await EndAsync(journal, Sale("pending"), Some.Pending);
        await EndAsync(journal, Sale("closed"), sale => Some.Approved(sale));
        await EndAsync(journal, Sale("unknown-2"), Some.Unknown);

        var listed = await journal.GetUnresolvedAsync(new JournalQuery { State = state }, Token).ToListAsync(Token);

        Assert.Equal(
            keys,
            string.Join(',', listed.Select(entry => entry.Intent.IdempotencyKey.Value).Order(StringComparer.Ordinal))
        );
    }

    [Fact]
    public async Task The_trace_context_of_an_attempt_is_kept()
    {
        const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var journal = await OpenAsync();
        var sale = Sale("traced") with { TraceParent = Parent };
        await EndAsync(journal, sale, one => Some.Approved(one));

        var entry = await journal.FindAsync(sale.JournalKey, Token);

        Assert.Equal(Parent, entry?.Intent.TraceParent);
    }

    private static JournalIntent Sale(string key) => Some.Sale(key, $"order-{key}");

    private static async Task EndAsync(
        IPaymentJournal journal,
        JournalIntent sale,
        Func<JournalIntent, JournalOutcome> outcome
    )
    {
        await journal.BeginAsync(sale, Token);
        await journal.CompleteAsync(sale.JournalKey, 1, outcome(sale), cancellationToken: Token);
    }

    public sealed class InMemory() : UnresolvedStateTests(JournalKind.InMemory);

    public sealed class InSqlite() : UnresolvedStateTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : UnresolvedStateTests(JournalKind.PostgreSql);
}

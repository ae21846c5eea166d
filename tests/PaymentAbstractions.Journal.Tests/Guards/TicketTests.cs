using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>The tickets that attempts take, and the clocks by which they lapse.</summary>
public abstract class TicketTests(JournalKind kind) : JournalSuite(kind)
{
    private const string Guard = "equal";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_that_has_lapsed_when_it_is_taken_holds_nothing()
    {
        var journal = await OpenAsync();
        var sale = Sale("late", Some.Now.AddDays(-1));

        Assert.False((await journal.BeginAsync(sale, Token)).Turn!.IsHeld);
        Assert.False((await journal.GetTurnAsync(sale.JournalKey, 1, Token)).IsHeld);
    }

    [Fact]
    public async Task A_sender_whose_clock_is_ahead_does_not_overtake()
    {
        var journal = await OpenAsync();
        var first = Sale("first", Some.Now.AddYears(100));
        var second = Sale("second", Some.Now.AddYears(300)) with { StartedAt = Some.Now.AddYears(200) };
        await journal.BeginAsync(first, Token);

        var begun = await journal.BeginAsync(second, Token);

        Assert.Equal((false, first.JournalKey), (begun.Turn!.IsHeld, begun.Turn.HeldBy));
    }

    [Fact]
    public async Task A_key_has_one_ticket_for_each_of_its_guards()
    {
        var journal = await OpenAsync();
        var sale = Sale("sale", Some.Now.AddHours(1));
        await journal.BeginAsync(sale, Token);
        Assert.Single(await TicketsAsync(journal));
        await journal.CompleteAsync(sale.JournalKey, 1, Some.NotSent(sale), cancellationToken: Token);
        Assert.Empty(await TicketsAsync(journal));

        await journal.BeginAsync(sale, Token);
        await journal.CompleteAsync(sale.JournalKey, 2, Some.Unknown(sale), cancellationToken: Token);
        await journal.ExtendAsync(sale.JournalKey, 2, 0, Some.Now.AddHours(2), Token);
        Assert.Single(await TicketsAsync(journal));
        await journal.CompleteAsync(sale.JournalKey, 2, Some.Unknown(sale), resends: 1, cancellationToken: Token);
        await journal.ExtendAsync(sale.JournalKey, 2, 1, Some.Now.AddHours(3), Token);

        Assert.Single(await TicketsAsync(journal));
    }

    private static Task<List<JournalTicket>> TicketsAsync(IPaymentJournal journal) =>
        ((PaymentJournal)journal).GetTicketsAsync(Guard, Token);

    private static JournalIntent Sale(string key, DateTimeOffset sendBy) =>
        Some.Sale(key, $"order-{key}") with
        {
            Guards = [new PaymentGuard { Name = Guard }],
            SendBy = sendBy,
            HoldGuardsFor = TimeSpan.FromMinutes(1),
        };

    public sealed class InMemory() : TicketTests(JournalKind.InMemory);

    public sealed class InSqlite() : TicketTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : TicketTests(JournalKind.PostgreSql);
}

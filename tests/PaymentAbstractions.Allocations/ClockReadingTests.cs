namespace PaymentAbstractions.Allocations;

/// <summary>Counts how often a sale reads the wall clock.</summary>
public sealed class ClockReadingTests
{
    /// <summary>
    /// The time in which the sale may be sent begins; the journal records the intent; the adapter begins to read; the gate lets the request go;
    /// Polly's circuit counts the answer; the first check of the outcome is planned; the journal records it.
    /// </summary>
    private const int Steps = 7;

    [Theory]
    [InlineData(JournalKind.InMemory)]
    [InlineData(JournalKind.Sqlite)]
    public async Task A_sale_reads_the_clock_once_for_each_step(JournalKind journal)
    {
        await using var shop = new Shop(journal, TestContext.Current.CancellationToken);
        var sales = await shop.NewSalesAsync(4);
        await shop.SellAsync(sales[0]);

        foreach (var sale in sales.Skip(1))
        {
            var before = shop.Clock.Readings;
            await shop.SellAsync(sale);

            Assert.Equal(Steps, shop.Clock.Readings - before);
        }
    }
}

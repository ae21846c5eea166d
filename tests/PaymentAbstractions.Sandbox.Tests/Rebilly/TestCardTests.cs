using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class TestCardTests
{
    [Fact]
    public async Task The_published_test_cards_are_approved_or_declined()
    {
        var published = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Rebilly", "test-cards.csv"))
            .Where(line => line[0] != '#')
            .Skip(1)
            .Select(line => line.Split(','))
            .ToList();

        Assert.Equal(8, published.Count);
        foreach (var row in published)
        {
            await using var driver = await StartAsync();
            var id = await driver.CardAsync(pan: row[1]);
            var approved = await driver.PayAsync("");
            var declined = await driver.PayAsync($"\"paymentInstruction\":{Card(pan: row[2])}");

            Assert.Equal("approved", Text(approved, "result"));
            Assert.Equal(row[0], Text(await driver.GetAsync($"payment-instruments/{id}"), "brand"));
            Assert.Equal(
                ("declined", "completed", "05"),
                (Text(declined, "result"), Text(declined, "status"), CodeOf(declined))
            );
            Assert.Single(driver.Sandbox.Ledger.Movements);
        }
    }

    [Theory]
    [InlineData("000")]
    [InlineData("0000")]
    public async Task Security_code_zero_is_declined(string cvv)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync(more: $",\"cvv\":\"{cvv}\"");

        var sale = await driver.PayAsync("");

        Assert.Equal(("declined", "N7"), (Text(sale, "result"), CodeOf(sale)));
        Assert.Equal("N", Text(sale["gateway"]!["cvvResponse"]!, "code"));
    }

    [Theory]
    [InlineData("\"expMonth\":10,\"expYear\":2051")]
    [InlineData("\"expMonth\":12,\"expYear\":2025")]
    public async Task An_expired_card_is_declined(string expiry)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var card = Card().Replace("\"expMonth\":12,\"expYear\":2030", expiry, StringComparison.Ordinal);

        var sale = await driver.PayAsync($"\"paymentInstruction\":{card}");

        Assert.Equal(("declined", "54"), (Text(sale, "result"), CodeOf(sale)));
    }

    [Fact]
    public async Task A_card_is_valid_to_the_end_of_its_month()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var card = Card()
            .Replace("\"expMonth\":12,\"expYear\":2030", "\"expMonth\":1,\"expYear\":2026", StringComparison.Ordinal);

        Assert.Equal("approved", Text(await driver.PayAsync($"\"paymentInstruction\":{card}"), "result"));
    }

    private static string? CodeOf(System.Text.Json.Nodes.JsonNode sale) => Text(sale["gateway"]!["response"]!, "code");
}

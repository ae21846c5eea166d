using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class TestCardTests
{
    [Theory]
    [InlineData("4111111111111111", "Visa")]
    [InlineData("5555555555554444", "MasterCard")]
    [InlineData("378282246310005", "American Express")]
    [InlineData("6011111111111117", "Discover")]
    [InlineData("30569309025904", "Diners Club")]
    [InlineData("3530111333300000", "JCB")]
    [InlineData("6253111111111114", "China UnionPay")]
    [InlineData("6759641111111119", "Maestro")]
    public async Task An_approved_card_is_approved(string pan, string brand)
    {
        await using var driver = await StartAsync();
        var id = await driver.CardAsync(pan: pan);

        Assert.Equal("approved", Text(await driver.PayAsync(""), "result"));
        Assert.Equal(brand, Text(await driver.GetAsync($"payment-instruments/{id}"), "brand"));
    }

    [Theory]
    [InlineData("4000000000000002")]
    [InlineData("5105105105105100")]
    [InlineData("371449635398431")]
    [InlineData("6011000990139424")]
    [InlineData("38520000023237")]
    [InlineData("3566002020360505")]
    [InlineData("6243030000000001")]
    [InlineData("6771790000000018")]
    public async Task A_declined_card_is_declined(string pan)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var sale = await driver.PayAsync($"\"paymentInstruction\":{Card(pan: pan)}");

        Assert.Equal(("declined", "completed", "05"), (Text(sale, "result"), Text(sale, "status"), CodeOf(sale)));
        Assert.Empty(driver.Sandbox.Ledger.Movements);
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

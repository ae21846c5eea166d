using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class ReadyToPayTests
{
    private const string Query =
        """{"websiteId":"web_sandbox","currency":"USD","amount":0.1,"riskMetadata":{},"customerId":"cus_1"}""";

    [Fact]
    public async Task The_default_is_a_card_a_wallet_and_paypal_in_this_order()
    {
        await using var driver = await StartAsync();

        var listed = await driver.ExpectAsync(200, HttpMethod.Post, "ready-to-pay", Query);

        Assert.Equal(
            """[{"method":"payment-card","feature":null,"brands":["Visa","MasterCard","American Express"]},{"method":"payment-card","feature":{"name":"Google Pay"},"brands":["Visa","MasterCard","American Express"]},{"method":"paypal","feature":null}]""",
            listed.ToJsonString()
        );
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task The_options_say_what_is_listed()
    {
        var options = new RebillySandboxOptions();
        options.ReadyToPay.Clear();
        options.ReadyToPay.Add(new() { Method = "ach", Filters = ["amount:1..10"] });
        await using var driver = await StartAsync(options);

        var listed = await driver.ExpectAsync(200, HttpMethod.Post, "ready-to-pay", Query);

        Assert.Equal("""[{"method":"ach","feature":null,"filters":["amount:1..10"]}]""", listed.ToJsonString());
    }

    [Theory]
    [InlineData("{}", "websiteId", "currency", "amount", "riskMetadata")]
    [InlineData("""{"websiteId":"web_none","currency":"USD","amount":1,"riskMetadata":{}}""", "websiteId")]
    [InlineData("""{"websiteId":"web_sandbox","currency":"usd","amount":1,"riskMetadata":{}}""", "currency")]
    [InlineData("""{"websiteId":"web_sandbox","currency":"USD","amount":"1","riskMetadata":{}}""", "amount")]
    [InlineData("""{"websiteId":"web_sandbox","currency":"USD","amount":1,"riskMetadata":[]}""", "riskMetadata")]
    [InlineData(
        """{"websiteId":"web_sandbox","currency":"USD","amount":1,"riskMetadata":{"ipAddress":"x"},"customerId":"a b","billingAddress":{"country":"gb"}}""",
        "riskMetadata.ipAddress",
        "billingAddress.country",
        "customerId"
    )]
    public async Task A_malformed_query_is_refused(string body, params string[] fields)
    {
        await using var driver = await StartAsync();

        Assert.Equal(fields, FieldsOf(await driver.ExpectAsync(422, HttpMethod.Post, "ready-to-pay", body)));
    }

    [Fact]
    public async Task It_cannot_be_read_with_GET()
    {
        await using var driver = await StartAsync();

        await driver.ExpectAsync(404, HttpMethod.Get, "ready-to-pay");
    }
}

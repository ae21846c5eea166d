using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class CustomerTests
{
    private const string Body =
        $$$"""{"websiteId":"web_sandbox","primaryAddress":{"firstName":"Ada","lastName":"King","emails":[{"label":"main","value":"ada@example.com","primary":true}]},"locale":"en","customFields":{"channel":"web"}}""";

    [Fact]
    public async Task A_customer_is_created_once_and_updated_after_that()
    {
        await using var driver = await StartAsync();

        var created = await driver.ExpectAsync(201, HttpMethod.Put, "customers/cus_1", Body);
        var updated = await driver.ExpectAsync(200, HttpMethod.Put, "customers/cus_1", Body);

        Assert.Equal(
            ("cus_1", "Ada", "ada@example.com"),
            (Text(created, "id"), Text(created, "firstName"), Text(created, "email"))
        );
        Assert.Equal((1, 2), (created["revision"]!.GetValue<int>(), updated["revision"]!.GetValue<int>()));
        Assert.Equal("web", Text((await driver.GetAsync("customers/cus_1"))["customFields"]!, "channel"));
    }

    [Fact]
    public async Task A_customer_can_get_its_id_from_the_provider()
    {
        await using var driver = await StartAsync();

        var created = await driver.ExpectAsync(201, HttpMethod.Post, "customers", Body);

        Assert.Equal("cus_000000000001", Text(created, "id"));
        Assert.Equal(["cus_000000000001"], IdsOf(await driver.GetAsync("customers?filter=id:cus_000000000001")));
    }

    [Theory]
    [InlineData("""{"websiteId":"web_none"}""", "websiteId")]
    [InlineData("""{"primaryAddress":{"country":"United Kingdom"}}""", "primaryAddress.country")]
    [InlineData("""{"defaultPaymentInstrumentId":"inst_none"}""", "defaultPaymentInstrumentId")]
    [InlineData("""{"paymentToken":"tok_none"}""", "paymentToken")]
    [InlineData("""{"customFields":{"other":1}}""", "customFields.other")]
    [InlineData("""{"taxNumbers":[{"type":"none","value":"1"}]}""", "taxNumbers.0.type")]
    [InlineData("""{"taxNumbers":[{"type":"eu-vat"}]}""", "taxNumbers.0.value")]
    public async Task A_malformed_customer_is_refused(string body, string field)
    {
        await using var driver = await StartAsync();

        Assert.Equal([field], FieldsOf(await driver.ExpectAsync(422, HttpMethod.Put, "customers/cus_1", body)));
    }

    [Fact]
    public async Task A_malformed_id_is_refused()
    {
        await using var driver = await StartAsync();

        Assert.Equal(["id"], FieldsOf(await driver.ExpectAsync(422, HttpMethod.Put, "customers/a%20b", "{}")));
    }

    [Fact]
    public async Task The_default_instrument_can_be_chosen()
    {
        await using var driver = await StartAsync();
        var first = await driver.CardAsync();
        await driver.CardAsync(pan: "5555555555554444");

        await driver.ExpectAsync(
            200,
            HttpMethod.Put,
            "customers/cus_1",
            $$"""{"defaultPaymentInstrumentId":"{{first}}"}"""
        );

        var sale = await driver.PayAsync("");
        Assert.Equal(first, Text(sale["paymentInstrument"]!, "paymentInstrumentId"));
    }

    [Fact]
    public async Task A_transaction_can_bring_its_customer_along()
    {
        await using var driver = await StartAsync();

        var sale = await driver.PayAsync(
            $"\"upsertCustomer\":true,\"billingAddress\":{Address},\"paymentInstruction\":{Card()}"
        );

        Assert.Equal("approved", Text(sale, "result"));
        Assert.Equal("Ada", Text(await driver.GetAsync("customers/cus_1"), "firstName"));
    }

    [Fact]
    public async Task A_refused_transaction_leaves_no_customer_behind()
    {
        await using var driver = await StartAsync();

        await driver.RefusedAsync("\"upsertCustomer\":true");

        await driver.ExpectAsync(404, HttpMethod.Get, "customers/cus_1");
    }
}

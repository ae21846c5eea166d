using System.Net;
using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class InstrumentTests
{
    [Fact]
    public async Task A_card_is_shown_without_its_number()
    {
        await using var driver = await StartAsync();
        var id = await driver.CardAsync(more: ",\"cvv\":\"987\"");

        var card = await driver.GetAsync($"payment-instruments/{id}");

        Assert.Equal(
            ("payment-card", "inactive", "Visa"),
            (Text(card, "method"), Text(card, "status"), Text(card, "brand"))
        );
        Assert.Equal(("411111", "1111"), (Text(card, "bin"), Text(card, "last4")));
        Assert.DoesNotContain(Visa, card.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("987", card.ToJsonString(), StringComparison.Ordinal);
        await driver.PayAsync("");
        Assert.Equal("active", Text(await driver.GetAsync($"payment-instruments/{id}"), "status"));
    }

    [Fact]
    public async Task The_same_card_again_answers_303_with_location_and_body()
    {
        await using var driver = await StartAsync();
        var id = await driver.CardAsync();

        using var response = await driver.SendAsync(
            HttpMethod.Post,
            "payment-instruments",
            Card().Replace("2030", "2031", StringComparison.Ordinal)
        );

        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.EndsWith($"/payment-instruments/{id}", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(id, Text(body, "id"));
        Assert.Equal(2031, body["expYear"]!.GetValue<int>());
    }

    [Fact]
    public async Task Another_customers_same_card_is_another_instrument_with_the_same_fingerprint()
    {
        await using var driver = await StartAsync();
        var first = await driver.CardAsync();

        var second = await driver.CardAsync("cus_2");

        Assert.NotEqual(first, second);
        Assert.Equal(
            Text(await driver.GetAsync($"payment-instruments/{first}"), "fingerprint"),
            Text(await driver.GetAsync($"payment-instruments/{second}"), "fingerprint")
        );
        Assert.Equal([second], IdsOf(await driver.GetAsync("payment-instruments?filter=customerId:cus_2")));
    }

    [Fact]
    public async Task A_deactivated_instrument_pays_nothing()
    {
        await using var driver = await StartAsync();
        var id = await driver.CardAsync();

        var answer = await driver.ExpectAsync(201, HttpMethod.Post, $"payment-instruments/{id}/deactivation");
        await driver.ExpectAsync(409, HttpMethod.Post, $"payment-instruments/{id}/deactivation");

        Assert.Equal("deactivated", Text(answer, "status"));
        Assert.Equal(
            ["paymentInstruction.paymentInstrumentId"],
            await driver.RefusedAsync($"\"paymentInstruction\":{{\"paymentInstrumentId\":\"{id}\"}}")
        );
        Assert.Equal(["paymentInstruction"], await driver.RefusedAsync(""));
    }

    [Fact]
    public async Task Another_customers_instrument_pays_nothing()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var other = await driver.CardAsync("cus_2");

        Assert.Equal(
            ["paymentInstruction.paymentInstrumentId"],
            await driver.RefusedAsync($"\"paymentInstruction\":{{\"paymentInstrumentId\":\"{other}\"}}")
        );
    }

    [Fact]
    public async Task A_card_can_be_patched()
    {
        await using var driver = await StartAsync();
        var id = await driver.CardAsync();

        var patched = await driver.ExpectAsync(
            200,
            HttpMethod.Patch,
            $"payment-instruments/{id}",
            """{"expMonth":1,"expYear":2040,"useAsBackup":true}"""
        );
        var problem = await driver.ExpectAsync(
            422,
            HttpMethod.Patch,
            $"payment-instruments/{id}",
            """{"expMonth":0}"""
        );

        Assert.Equal((1, 2040), (patched["expMonth"]!.GetValue<int>(), patched["expYear"]!.GetValue<int>()));
        Assert.True(patched["useAsBackup"]!.GetValue<bool>());
        Assert.Equal(["expMonth"], FieldsOf(problem));
        await driver.ExpectAsync(404, HttpMethod.Patch, "payment-instruments/none", "{}");
        await driver.ExpectAsync(404, HttpMethod.Post, "payment-instruments/none/deactivation");
    }

    [Theory]
    [InlineData(
        "BBAN",
        "\"accountNumber\":\"123456789\",\"routingNumber\":\"021000021\",\"accountType\":\"checking\"",
        "approved"
    )]
    [InlineData("IBAN", "\"accountNumber\":\"DE89370400440532013000\"", "approved")]
    [InlineData("IBAN", "\"accountNumber\":\"DE62370400440532013001\"", "declined")]
    public async Task A_bank_account_pays(string type, string members, string result)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var sale = await driver.PayAsync($"\"paymentInstruction\":{BankAccount(type, members)}");

        Assert.Equal(result, Text(sale, "result"));
        Assert.Equal("ach", Text(sale["paymentInstrument"]!, "method"));
        Assert.Null(Text(sale, "bin"));
    }

    [Theory]
    [InlineData(
        "BBAN",
        "\"accountNumber\":\"12a\",\"routingNumber\":\"1\",\"accountType\":\"checking\"",
        "accountNumber"
    )]
    [InlineData("BBAN", "\"accountNumber\":\"12\",\"accountType\":\"checking\"", "routingNumber")]
    [InlineData("BBAN", "\"accountNumber\":\"12\",\"routingNumber\":\"1\"", "accountType")]
    [InlineData("BBAN", "\"accountNumber\":\"12\",\"routingNumber\":\"1\",\"accountType\":\"gold\"", "accountType")]
    [InlineData("IBAN", "\"accountNumber\":\"12345678901234567\"", "accountNumber")]
    [InlineData("SWIFT", "\"accountNumber\":\"12\"", "accountNumberType")]
    public async Task A_malformed_bank_account_is_refused(string type, string members, string field)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var problem = await driver.ExpectAsync(422, HttpMethod.Post, "payment-instruments", BankAccount(type, members));

        Assert.Equal([field], FieldsOf(problem));
    }

    [Fact]
    public async Task An_alternative_method_needs_no_number_and_a_known_customer()
    {
        await using var driver = await StartAsync();
        await driver.SendAsync(HttpMethod.Put, "customers/cus_1", "{}");

        var paypal = await driver.ExpectAsync(201, HttpMethod.Post, "payment-instruments", Paypal("cus_1"));
        var problem = await driver.ExpectAsync(422, HttpMethod.Post, "payment-instruments", Paypal("cus_none"));

        Assert.Equal(("paypal", "active"), (Text(paypal, "method"), Text(paypal, "status")));
        Assert.Equal(["customerId"], FieldsOf(problem));

        static string Paypal(string customer) =>
            $$"""{"method":"paypal","customerId":"{{customer}}","billingAddress":{{Address}}}""";
    }

    [Fact]
    public async Task The_latest_instrument_is_the_default_unless_it_is_a_backup()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var latest = await driver.CardAsync(pan: "5555555555554444");
        await driver.CardAsync(pan: "378282246310005", more: ",\"useAsBackup\":true");

        var customer = await driver.GetAsync("customers/cus_1");

        Assert.Equal(latest, Text(customer["defaultPaymentInstrument"]!, "paymentInstrumentId"));
    }

    [Fact]
    public async Task A_token_renews_a_card()
    {
        await using var driver = await StartAsync();
        var id = await driver.CardAsync();
        var token = await driver.ExpectAsync(
            201,
            HttpMethod.Post,
            "tokens",
            """{"method":"payment-card","paymentInstrument":{"pan":"5555555555554444","expMonth":2,"expYear":2033}}"""
        );
        var body = $$"""{"token":"{{Text(token, "id")}}"}""";

        var patched = await driver.ExpectAsync(200, HttpMethod.Patch, $"payment-instruments/{id}", body);
        await driver.ExpectAsync(422, HttpMethod.Patch, $"payment-instruments/{id}", body);

        Assert.Equal((id, "4444"), (Text(patched, "id"), Text(patched, "last4")));
    }

    [Fact]
    public async Task A_card_expires_with_the_clock()
    {
        await using var driver = await StartAsync();
        var id = await driver.CardAsync();

        driver.Sandbox.Clock.SetUtcNow(new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal("expired", Text(await driver.GetAsync($"payment-instruments/{id}"), "status"));
    }

    private static string BankAccount(string type, string members) =>
        $$"""{"method":"ach","customerId":"cus_1","accountNumberType":"{{type}}","billingAddress":{{Address}},{{members}}}""";
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class TokenTests
{
    private const string CardToken =
        $$$"""{"method":"payment-card","paymentInstrument":{"pan":"{{{Visa}}}","expMonth":12,"expYear":2030,"cvv":"123"},"billingAddress":{{{Address}}}}""";

    [Fact]
    public async Task A_token_pays_once()
    {
        await using var driver = await StartAsync();
        var token = await driver.ExpectAsync(201, HttpMethod.Post, "tokens", CardToken);
        var instruction = Instruction(token);

        var sale = await driver.PayAsync(instruction + ",\"upsertCustomer\":true");

        Assert.Equal("approved", Text(sale, "result"));
        Assert.Equal("1111", Text(token["paymentInstrument"]!, "last4"));
        Assert.DoesNotContain(Visa, token.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["paymentInstruction.token"], await driver.RefusedAsync(instruction));
    }

    [Fact]
    public async Task A_retry_with_a_used_token_and_the_same_request_id_conflicts_instead()
    {
        await using var driver = await StartAsync();
        var token = await driver.ExpectAsync(201, HttpMethod.Post, "tokens", CardToken);
        var members = Instruction(token) + ",\"upsertCustomer\":true,\"requestId\":\"r-1\"";
        await driver.PayAsync(members);

        await driver.ExpectAsync(409, HttpMethod.Post, "transactions", Body(members));
    }

    [Fact]
    public async Task A_token_lives_half_an_hour()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var token = await driver.ExpectAsync(201, HttpMethod.Post, "tokens", CardToken);
        driver.Sandbox.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(["paymentInstruction.token"], await driver.RefusedAsync(Instruction(token)));
    }

    [Fact]
    public async Task A_refused_request_leaves_the_token_unused()
    {
        await using var driver = await StartAsync();
        var token = await driver.ExpectAsync(201, HttpMethod.Post, "tokens", CardToken);

        await driver.RefusedAsync(Instruction(token));

        await driver.PayAsync(Instruction(token) + ",\"upsertCustomer\":true");
    }

    [Fact]
    public async Task The_publishable_key_makes_and_reads_tokens_and_nothing_else()
    {
        await using var driver = await StartAsync();

        using var made = await SendAsync(driver, HttpMethod.Post, "tokens", CardToken);
        using var read = await SendAsync(driver, HttpMethod.Get, "tokens/tok_000000000001");
        using var readWithSecret = await driver.SendAsync(HttpMethod.Get, "tokens/tok_000000000001");
        using var list = await SendAsync(driver, HttpMethod.Get, "tokens");
        using var other = await SendAsync(driver, HttpMethod.Get, "transactions");

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, readWithSecret.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, list.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
        Assert.Equal(["tok_000000000001"], IdsOf(await driver.GetAsync("tokens")));
    }

    [Theory]
    [InlineData("ach", "\"accountNumberType\":\"IBAN\",\"accountNumber\":\"DE89370400440532013000\"", "ach")]
    [InlineData(
        "digital-wallet",
        "\"type\":\"Apple Pay\",\"amount\":1,\"currency\":\"USD\",\"descriptor\":\"Shop\",\"payload\":{}",
        "payment-card"
    )]
    public async Task Other_tokens_pay_too(string method, string numbers, string instrument)
    {
        await using var driver = await StartAsync();
        var body = $$"""{"method":"{{method}}","paymentInstrument":{{{numbers}}},"billingAddress":{{Address}}}""";
        var token = await driver.ExpectAsync(201, HttpMethod.Post, "tokens", body);

        var sale = await driver.PayAsync(Instruction(token) + ",\"upsertCustomer\":true");

        Assert.Equal(("approved", instrument), (Text(sale, "result"), Text(sale["paymentInstrument"]!, "method")));
    }

    [Theory]
    [InlineData("""{}""", "method")]
    [InlineData("""{"method":"payment-card"}""", "paymentInstrument")]
    [InlineData(
        """{"method":"payment-card","paymentInstrument":{"pan":"1","expMonth":1,"expYear":2030}}""",
        "paymentInstrument.pan"
    )]
    [InlineData(
        """{"method":"ach","paymentInstrument":{"accountNumberType":"IBAN","accountNumber":"DE89370400440532013000"}}""",
        "billingAddress"
    )]
    [InlineData(
        """{"method":"digital-wallet","paymentInstrument":{"type":"Apple Pay","amount":1,"currency":"USD","descriptor":"S"}}""",
        "paymentInstrument.payload"
    )]
    public async Task A_malformed_token_is_refused(string body, string field)
    {
        await using var driver = await StartAsync();

        Assert.Equal([field], FieldsOf(await driver.ExpectAsync(422, HttpMethod.Post, "tokens", body)));
    }

    [Fact]
    public async Task A_token_becomes_an_instrument_or_a_customers_default()
    {
        await using var driver = await StartAsync();
        await driver.SendAsync(HttpMethod.Put, "customers/cus_1", "{}");
        var first = Text(await driver.ExpectAsync(201, HttpMethod.Post, "tokens", CardToken), "id");
        var second = Text(await driver.ExpectAsync(201, HttpMethod.Post, "tokens", CardToken), "id");

        var body = $$"""{"customerId":"cus_1","token":"{{first}}"}""";
        var instrument = await driver.ExpectAsync(201, HttpMethod.Post, "payment-instruments", body);
        var problem = await driver.ExpectAsync(422, HttpMethod.Post, "payment-instruments", body);
        var customer = await driver.ExpectAsync(
            201,
            HttpMethod.Put,
            "customers/cus_2",
            $$"""{"paymentToken":"{{second}}"}"""
        );
        var used = await driver.ExpectAsync(
            422,
            HttpMethod.Put,
            "customers/cus_2",
            $$"""{"paymentToken":"{{second}}"}"""
        );

        Assert.Equal("cus_1", Text(instrument, "customerId"));
        Assert.Equal(["token"], FieldsOf(problem));
        Assert.Equal("payment-card", Text(customer["defaultPaymentInstrument"]!, "method"));
        Assert.Equal(["paymentToken"], FieldsOf(used));
    }

    private static string Instruction(JsonNode token) =>
        $"\"paymentInstruction\":{{\"token\":\"{Text(token, "id")}\"}}";

    private static async Task<HttpResponseMessage> SendAsync(
        RebillyDriver driver,
        HttpMethod method,
        string path,
        string? json = null
    )
    {
        using var request = new HttpRequestMessage(method, $"organizations/{Organization}/{path}");
        request.Headers.TryAddWithoutValidation("Authorization", "pk_sandbox");
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        return await driver.SendRawAsync(request);
    }
}

using System.Net;
using System.Text;
using static PaymentAbstractions.Sandbox.Tests.Rebilly.RebillyDriver;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly;

public sealed class ValidationTests
{
    [Theory]
    [InlineData("\"type\":null", "type")]
    [InlineData("\"type\":\"capture\"", "type")]
    [InlineData("\"type\":7", "type")]
    [InlineData("\"websiteId\":null", "websiteId")]
    [InlineData("\"websiteId\":\"web_none\"", "websiteId")]
    [InlineData("\"customerId\":null", "customerId")]
    [InlineData("\"customerId\":\"cus none\"", "customerId")]
    [InlineData("\"customerId\":\"cus_none\"", "customerId", "paymentInstruction")]
    [InlineData("\"currency\":null", "currency")]
    [InlineData("\"currency\":\"usd\"", "currency")]
    [InlineData("\"currency\":\"USDX\"", "currency")]
    [InlineData("\"amount\":null", "amount")]
    [InlineData("\"amount\":\"12.50\"", "amount")]
    [InlineData("\"amount\":-1", "amount")]
    [InlineData("\"amount\":0", "amount")]
    [InlineData("\"amount\":1e400", "amount")]
    [InlineData("\"amount\":1.001", "amount")]
    [InlineData("\"amount\":1.5,\"currency\":\"JPY\"", "amount")]
    [InlineData("\"amount\":1.2345,\"currency\":\"KWD\"", "amount")]
    [InlineData("\"requestId\":\"a b\"", "requestId")]
    [InlineData("\"requestId\":\"\"", "requestId")]
    [InlineData("\"requestId\":\"012345678901234567890123456789012345678901234567890\"", "requestId")]
    [InlineData("\"gatewayAccountId\":\"gw_none\"", "gatewayAccountId")]
    [InlineData("\"notificationUrl\":\"nowhere\"", "notificationUrl")]
    [InlineData("\"redirectUrl\":\"ftp://example.com\"", "redirectUrl")]
    [InlineData("\"invoiceIds\":\"inv\"", "invoiceIds")]
    [InlineData("\"invoiceIds\":[1]", "invoiceIds.0")]
    [InlineData("\"customFields\":{\"unknown\":1}", "customFields.unknown")]
    [InlineData("\"customFields\":[]", "customFields")]
    [InlineData("\"upsertCustomer\":\"yes\"", "upsertCustomer")]
    [InlineData("\"isMerchantInitiated\":1", "isMerchantInitiated")]
    [InlineData("\"processedTime\":\"2026-01-01T00:00:00Z\"", "processedTime")]
    [InlineData("\"isProcessedOutside\":true,\"processedTime\":\"soon\"", "processedTime")]
    [InlineData("\"limits\":{\"amount\":\"x\"}", "limits.amount")]
    [InlineData("\"billingAddress\":\"here\"", "billingAddress")]
    [InlineData("\"billingAddress\":{\"firstName\":\"\"}", "billingAddress.firstName")]
    [InlineData("\"billingAddress\":{\"city\":\"\\uD83D\\uDE00\"}", "billingAddress.city")]
    [InlineData("\"billingAddress\":{\"country\":\"gb\"}", "billingAddress.country")]
    [InlineData("\"billingAddress\":{\"postalCode\":\"12345678901\"}", "billingAddress.postalCode")]
    [InlineData("\"billingAddress\":{\"postalCode\":\"N1/1\"}", "billingAddress.postalCode")]
    [InlineData("\"billingAddress\":{\"dob\":\"1.4.1980\"}", "billingAddress.dob")]
    [InlineData(
        "\"billingAddress\":{\"emails\":[{\"label\":\"a\",\"value\":\"nobody\"}]}",
        "billingAddress.emails.0.value"
    )]
    [InlineData("\"billingAddress\":{\"emails\":[7]}", "billingAddress.emails.0")]
    [InlineData("\"billingAddress\":{\"phoneNumbers\":[{\"value\":\"1\"}]}", "billingAddress.phoneNumbers.0.label")]
    [InlineData("\"riskMetadata\":{\"ipAddress\":\"here\"}", "riskMetadata.ipAddress")]
    [InlineData(
        "\"riskMetadata\":{\"browserData\":{\"colorDepth\":49,\"isJavaEnabled\":true,\"language\":\"en\",\"screenWidth\":1,\"screenHeight\":1.5}}",
        "riskMetadata.browserData.timeZoneOffset",
        "riskMetadata.browserData.colorDepth",
        "riskMetadata.browserData.screenHeight"
    )]
    [InlineData(
        "\"riskMetadata\":{\"extraData\":{\"kountFraudSessionId\":\"short\"}}",
        "riskMetadata.extraData.kountFraudSessionId"
    )]
    [InlineData("\"paymentInstruction\":7", "paymentInstruction")]
    [InlineData("\"paymentInstruction\":{\"token\":\"tok_none\"}", "paymentInstruction.token")]
    [InlineData("\"paymentInstruction\":{\"token\":\"t\",\"paymentInstrumentId\":\"i\"}", "paymentInstruction")]
    [InlineData(
        "\"paymentInstruction\":{\"paymentInstrumentId\":\"inst_none\"}",
        "paymentInstruction.paymentInstrumentId"
    )]
    [InlineData("\"paymentInstruction\":{\"method\":\"paypal\"}", "paymentInstruction.method")]
    [InlineData("\"paymentInstruction\":{\"methods\":\"cash\"}", "paymentInstruction.methods")]
    public async Task A_rule_names_the_field_that_breaks_it(string members, params string[] fields)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        Assert.Equal(fields, await driver.RefusedAsync(members));
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Theory]
    [InlineData("description", 255)]
    [InlineData("firstName", 45)]
    [InlineData("address", 60)]
    [InlineData("organization", 255)]
    public async Task Texts_may_be_as_long_as_their_limit_and_no_longer(string name, int limit)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var fits = Member(name, new string('x', limit));
        var tooLong = Member(name, new string('x', limit + 1));

        await driver.PayAsync(fits);
        Assert.Single(await driver.RefusedAsync(tooLong));

        static string Member(string name, string value) =>
            name == "description" ? $"\"description\":\"{value}\"" : $"\"billingAddress\":{{\"{name}\":\"{value}\"}}";
    }

    [Theory]
    [InlineData("JPY", "1250")]
    [InlineData("KWD", "1.234")]
    [InlineData("USD", "12.500")]
    [InlineData("USD", "1e2")]
    public async Task Amounts_may_be_as_fine_as_their_currency(string currency, string amount)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        var sale = await driver.PayAsync($"\"currency\":\"{currency}\",\"amount\":{amount}");

        Assert.Equal("approved", Text(sale, "result"));
    }

    [Theory]
    [InlineData("\"pan\":\"4111111111111112\"", "paymentInstruction.pan")]
    [InlineData("\"pan\":\"4111 1111 1111 1111\"", "paymentInstruction.pan")]
    [InlineData("\"pan\":null", "paymentInstruction.pan")]
    [InlineData("\"expMonth\":13", "paymentInstruction.expMonth")]
    [InlineData("\"expMonth\":null", "paymentInstruction.expMonth")]
    [InlineData("\"expYear\":30", "paymentInstruction.expYear")]
    [InlineData("\"expYear\":\"2030\"", "paymentInstruction.expYear")]
    [InlineData("\"cvv\":\"12\"", "paymentInstruction.cvv")]
    [InlineData("\"cvv\":123", "paymentInstruction.cvv")]
    [InlineData("\"billingAddress\":null", "paymentInstruction.billingAddress")]
    [InlineData("\"customerId\":\"cus_2\"", "paymentInstruction.customerId")]
    public async Task A_raw_card_is_checked(string members, string field)
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();
        var card = System.Text.Json.Nodes.JsonNode.Parse(Card())!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse("{" + members + "}")!.AsObject())
        {
            card[name] = value?.DeepClone();
        }

        Assert.Equal([field], await driver.RefusedAsync($"\"paymentInstruction\":{card.ToJsonString()}"));
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{"type":"sale","type":"authorize"}""", 400)]
    [InlineData("""{"description":"\ud800"}""", 400)]
    [InlineData("", 422)]
    public async Task A_body_that_is_no_object_is_refused(string body, int status)
    {
        await using var driver = await StartAsync();

        using var response = await driver.SendAsync(HttpMethod.Post, "transactions", body);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Other_content_types_are_refused()
    {
        await using var driver = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "organizations/org_sandbox/transactions");
        request.Headers.Add("REB-APIKEY", "sk_sandbox");
        request.Content = new StringContent("a=1", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await driver.SendRawAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_problem_has_the_documented_members()
    {
        await using var driver = await StartAsync();

        var problem = await driver.ExpectAsync(422, HttpMethod.Post, "transactions", "{}");

        Assert.Equal("Validation failed", Text(problem, "title"));
        Assert.Equal(422, problem["status"]!.GetValue<int>());
        Assert.NotNull(Text(problem, "type"));
        Assert.NotNull(Text(problem, "detail"));
        Assert.Equal(["type", "currency", "amount", "websiteId", "customerId"], FieldsOf(problem));
    }

    [Fact]
    public async Task Unknown_members_are_ignored()
    {
        await using var driver = await StartAsync();
        await driver.CardAsync();

        await driver.PayAsync("\"somethingElse\":{\"a\":[1]}");
    }
}

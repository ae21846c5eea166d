using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

public sealed class AddTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sale_answers_with_every_documented_member()
    {
        await using var driver = await StartAsync();

        using var response = await driver.AddAsync("\"Description\":\"op-1\"");
        var body = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            """{"ID":501001,"Account":"Sandbox","TransactionType":"sale","TransactionTime":"\/Date(1767603600000)\/","Level":1,"TotalAmount":12.50,"Description":"op-1","TransactionSource":"API","Status":"Not Settled","CaptureAmount":0,"AuthorizationCode":"123456","PaymentMethodID":9001,"CardholderFirstName":"Ada","CardholderLastName":"King","CardType":"Visa","CardLast4":"4242","CustomerPONumber":null,"TaxAmount":0,"ShippingAmount":0,"Billing":null,"ShippingAddressID":0,"Shipping":null,"CustomerID":7001,"CustomerName":"Contoso","LineItems":null,"Success":true,"Message":"Transaction Complete"}""",
            body
        );
    }

    [Theory]
    [InlineData("sale", SandboxMovementKind.Sale, "123456", 1)]
    [InlineData("auth", SandboxMovementKind.Authorize, "123456", 0)]
    [InlineData("credit", SandboxMovementKind.Credit, null, 0)]
    public async Task Each_type_is_booked_as_what_it_is(
        string type,
        SandboxMovementKind kind,
        string? authorizationCode,
        int charges
    )
    {
        await using var driver = await StartAsync();

        var answer = await driver.PayAsync(
            $"\"TransactionType\":\"{type}\",\"Description\":\"op-1\",\"CustomerPONumber\":\"PO-1\""
        );

        var movement = Assert.Single(driver.Sandbox.Ledger.Movements);
        Assert.Equal((type, authorizationCode), (Text(answer, "TransactionType"), Text(answer, "AuthorizationCode")));
        Assert.Equal((kind, "501001", "7001"), (movement.Kind, movement.TransactionId, movement.CustomerId));
        Assert.Equal(("op-1", "PO-1"), (movement.Description, movement.CustomerPONumber));
        Assert.Equal((12.50m, "USD", "mid_sandbox"), (movement.Amount, movement.Currency, movement.Account));
        Assert.Equal(charges, driver.Sandbox.Ledger.CountCharges("op-1"));
        Assert.Equal(charges, driver.Sandbox.Ledger.CountCharges("PO-1"));
    }

    [Fact]
    public async Task A_repetition_is_a_second_charge()
    {
        await using var driver = await StartAsync();

        await driver.PayAsync("\"Description\":\"op-1\"");
        await driver.PayAsync("\"Description\":\"op-1\"");

        Assert.Equal(2, driver.Sandbox.Ledger.CountCharges("op-1"));
        Assert.Equal(25.00m, driver.Sandbox.Ledger.NetCharged("op-1"));
    }

    [Fact]
    public async Task Ids_may_be_texts_and_names_may_differ_in_case()
    {
        await using var driver = await StartAsync();

        var answer = await driver.OkAsync(
            "TRANSACTION/Add",
            "\"transactiontype\":\"sale\",\"AMOUNT\":\"12.50\",\"CustomerID\":\"7001\",\"PaymentMethodID\":\"9002\",\"TotalAmount\":1,\"TransactionSource\":\"API\""
        );

        Assert.Equal(("Mastercard", 12.50m), (Text(answer, "CardType"), Money(answer, "TotalAmount")));
    }

    [Theory]
    [InlineData("\"TransactionType\":null", "Invalid TransactionType")]
    [InlineData("\"TransactionType\":\"Sale\"", "Invalid TransactionType")]
    [InlineData("\"Amount\":null", "Invalid Amount")]
    [InlineData("\"Amount\":0", "Invalid Amount")]
    [InlineData("\"Amount\":-1", "Invalid Amount")]
    [InlineData("\"Amount\":1.001", "Invalid Amount")]
    [InlineData("\"Amount\":1e9", "Invalid Amount")]
    [InlineData("\"Amount\":1e99", "Invalid Amount")]
    [InlineData("\"Amount\":\"much\"", "Invalid Amount")]
    [InlineData("\"Amount\":[1]", "Invalid Amount")]
    [InlineData("\"TaxAmount\":-0.01", "Invalid TaxAmount")]
    [InlineData("\"TaxAmount\":7,\"ShippingAmount\":5.51", "Amount is not the total of items, tax and shipping")]
    [InlineData("\"Description\":{}", "Invalid Description")]
    [InlineData("\"LineItems\":{}", "Invalid LineItems")]
    [InlineData("\"LineItems\":[1]", "Invalid LineItems")]
    [InlineData("\"LineItems\":[{\"ProductCode\":\"NONE\",\"Quantity\":1}]", "Invalid ProductCode NONE")]
    [InlineData("\"LineItems\":[{\"ProductCode\":\"BOLT-10\"}]", "Invalid Quantity")]
    [InlineData("\"LineItems\":[{\"ProductCode\":\"BOLT-10\",\"Quantity\":0}]", "Invalid Quantity")]
    [InlineData("\"LineItems\":[{\"ProductCode\":\"BOLT-10\",\"Quantity\":1,\"Price\":1.005}]", "Invalid Price")]
    [InlineData(
        "\"LineItems\":[{\"ProductCode\":\"BOLT-10\",\"Quantity\":1}]",
        "Amount is not the total of items, tax and shipping"
    )]
    [InlineData("\"ShippingId\":3002", "Invalid ShippingId")]
    [InlineData("\"ShippingId\":-1", "Invalid ShippingId")]
    [InlineData("\"ShippingId\":0", "ShippingAddress is required")]
    [InlineData("\"ShippingAddress\":\"here\"", "Invalid ShippingAddress")]
    [InlineData("\"MID\":null", "Invalid MID")]
    [InlineData("\"MID\":\"other\"", "Invalid MID")]
    public async Task A_wrong_field_is_refused_in_the_header(string members, string text)
    {
        await using var driver = await StartAsync();

        var refusal = await RefusalAsync(driver.AddAsync(members));

        Assert.Equal((400, text, "Bad Request"), refusal);
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Theory]
    [InlineData("\"CustomerId\":7999", "Customer Not Found")]
    [InlineData("\"CustomerId\":null", "Customer Not Found")]
    [InlineData("\"PaymentMethodId\":9999", "Payment Method Not Found")]
    [InlineData("\"PaymentMethodId\":9003", "Payment Method Not Found")]
    [InlineData("\"PaymentMethodId\":null", "Payment Method Not Found")]
    public async Task A_missing_customer_or_card_cannot_pay(string members, string text)
    {
        await using var driver = await StartAsync();

        var refusal = await RefusalAsync(driver.AddAsync(members));

        Assert.Equal((404, text, ""), refusal);
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"ApiKey\":")]
    [InlineData("{\"ApiKey\":\"vt_sandbox_key\",\"apikey\":\"vt_sandbox_key\"}")]
    public async Task A_body_that_is_no_object_is_refused_without_a_text(string body)
    {
        await using var driver = await StartAsync();

        var refusal = await RefusalAsync(driver.SendAsync(HttpMethod.Post, "transaction/add", body));

        Assert.Equal((400, null, ""), refusal);
    }

    [Fact]
    public async Task A_form_is_not_understood()
    {
        await using var driver = await StartAsync();

        var refusal = await RefusalAsync(
            driver.SendAsync(HttpMethod.Post, "transaction/add", "{}", contentType: "text/plain")
        );

        Assert.Equal((400, null, ""), refusal);
    }
}

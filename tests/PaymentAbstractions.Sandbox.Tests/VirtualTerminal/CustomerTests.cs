using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

public sealed class CustomerTests
{
    [Fact]
    public async Task The_list_is_an_array_without_cards()
    {
        await using var driver = await StartAsync();

        var list = (await driver.GetAsync("customers")).AsArray();

        Assert.Equal(2, list.Count);
        Assert.Equal(
            """{"Name":"Contoso","Code":"contoso","PrimaryContact":null,"PrimaryContactPhone":null,"PrimaryContactEmailAddress":null,"PaymentMethods":null,"RecurrentBilling":null,"ID":7001,"Success":false,"Message":null}""",
            list[0]!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_customer_shows_its_cards()
    {
        await using var driver = await StartAsync();

        var customer = await driver.GetAsync("customer/7001");

        var cards = customer["PaymentMethods"]!.AsArray();
        Assert.Equal([9001L, 9002L], cards.Select(card => Id(card!)));
        Assert.Equal(
            """{"ID":9001,"CardType":"Visa","Last4":"4242","CardholderFirstName":"Ada","CardholderLastName":"King","ExpirationMonth":12,"ExpirationYear":2049,"BillingStreet1":null,"BillingStreet2":null,"BillingCity":null,"BillingState":null,"BillingZip":null}""",
            cards[0]!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_customer_is_added_changed_and_deleted()
    {
        await using var driver = await StartAsync();

        var added = await driver.OkAsync(
            "customer/add",
            "\"Name\":\"Tailspin\",\"Code\":\"T-1\",\"PrimaryContact\":\"Ada\",\"PrimaryContactPhone\":\"1\",\"PrimaryContactEmailAddress\":\"a@example.com\",\"PaymentMethods\":[]"
        );
        var updated = await driver.OkAsync(
            "customer/update",
            $"\"CustomerID\":{Id(added)},\"Name\":\"Tailspin Toys\",\"Code\":\"T-2\""
        );
        var read = await driver.GetAsync($"customer/{Id(added)}");
        var deleted = await driver.OkAsync("customer/delete", $"\"CustomerID\":{Id(added)}");

        Assert.Equal((7003, true), (Id(added), added["Success"]!.GetValue<bool>()));
        Assert.Equal("""{"Success":true}""", updated.ToJsonString());
        Assert.Equal(
            ("Tailspin Toys", "T-2", "Ada"),
            (Text(read, "Name"), Text(read, "Code"), Text(read, "PrimaryContact"))
        );
        Assert.Null(read["PaymentMethods"]);
        Assert.Equal("""{"Success":true}""", deleted.ToJsonString());
        var (status, text, _) = await RefusalAsync(driver.SendAsync(HttpMethod.Get, $"{Key}/customer/{Id(added)}"));
        Assert.Equal((404, "Customer Not Found"), (status, text));
    }

    [Theory]
    [InlineData("customer/add", "\"Name\":\"Contoso\"", 500, "Customer with Name Contoso already exists for merchant")]
    [InlineData("customer/add", "", 500, "Customer Name is required")]
    [InlineData("customer/add", "\"Name\":\"X\",\"Code\":[]", 500, "Invalid Code")]
    [InlineData(
        "customer/update",
        "\"CustomerID\":7002,\"Name\":\"Contoso\"",
        500,
        "Customer with Name Contoso already exists for merchant"
    )]
    [InlineData("customer/update", "\"CustomerID\":7001,\"Name\":\"\"", 500, "Customer Name is required")]
    [InlineData("customer/update", "\"CustomerID\":7001,\"Code\":[]", 500, "Invalid Code")]
    [InlineData("customer/update", "\"CustomerID\":1", 404, "Customer Not Found")]
    [InlineData("customer/delete", "\"CustomerID\":1", 404, "Customer Not Found")]
    public async Task A_wrong_change_is_refused(string path, string members, int status, string text)
    {
        await using var driver = await StartAsync();
        var before = await driver.GetAsync("customers");

        var refusal = await RefusalAsync(driver.PostAsync(path, members));

        Assert.Equal((status, text, ""), refusal);
        Assert.Equal(before.ToJsonString(), (await driver.GetAsync("customers")).ToJsonString());
    }

    [Fact]
    public async Task A_customer_keeps_its_own_name()
    {
        await using var driver = await StartAsync();

        await driver.OkAsync("customer/update", "\"CustomerID\":\"7001\",\"Name\":\"Contoso\",\"Code\":\"C\"");

        Assert.Equal("C", Text(await driver.GetAsync("customer/7001"), "Code"));
    }

    [Fact]
    public async Task A_test_can_add_customers_and_cards()
    {
        await using var driver = await StartAsync();

        var customer = driver.Sandbox.AddCustomer("Tailspin", "T-1");
        var card = driver.Sandbox.AddPaymentMethod(customer, "Amex", "0005");
        var sale = await driver.PayAsync($"\"CustomerId\":{customer},\"PaymentMethodId\":{card}");

        Assert.Equal((7003, 9004), (customer, card));
        Assert.Equal(
            ("Tailspin", "Amex", "0005"),
            (Text(sale, "CustomerName"), Text(sale, "CardType"), Text(sale, "CardLast4"))
        );
    }

    [Fact]
    public async Task Invalid_customers_cards_and_products_cannot_be_added()
    {
        await using var driver = await StartAsync();

        Assert.Throws<ArgumentException>(() => driver.Sandbox.AddCustomer("Contoso"));
        Assert.Throws<ArgumentException>(() => driver.Sandbox.AddCustomer(""));
        Assert.Throws<ArgumentException>(() => driver.Sandbox.AddCustomer("New", mid: "none"));
        Assert.Throws<ArgumentException>(() => driver.Sandbox.AddPaymentMethod(1));
        Assert.Throws<ArgumentException>(() => driver.Sandbox.AddProduct("", 1m));
    }

    [Fact]
    public async Task A_deleted_card_cannot_pay()
    {
        await using var driver = await StartAsync();

        var deleted = await driver.OkAsync("paymentmethod/delete", "\"PaymentMethodId\":9001");
        var pay = await RefusalAsync(driver.AddAsync());
        var again = await RefusalAsync(driver.PostAsync("paymentmethod/delete", "\"PaymentMethodId\":9001"));

        Assert.Equal("""{"Success":true}""", deleted.ToJsonString());
        Assert.Equal((404, "Payment Method Not Found", ""), pay);
        Assert.Equal((404, "Payment Method Not Found", ""), again);
    }
}

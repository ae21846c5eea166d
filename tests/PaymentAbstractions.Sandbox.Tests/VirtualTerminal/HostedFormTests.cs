using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

public sealed class HostedFormTests
{
    private const string StartMethod =
        $"\"CustomerId\":7001,\"BillingAddress\":{Address},\"ReturnUrl\":\"https://shop.example/back?order=1\"";
    private const string StartSale =
        "\"TransactionType\":\"sale\",\"Amount\":12.50,\"Description\":\"op-1\",\"CustomerPONumber\":\"PO-1\",\"CustomerId\":7001";
    private const string Newcomer =
        $"{StartSale},\"CustomerId\":0,\"Customer\":{{\"Name\":\"Tailspin\",\"Code\":\"T-1\"}},\"SaveNewPaymentMethod\":true,\"BillingAddress\":{Address}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("4111111111111111", "10/30", "Visa", "1111")]
    [InlineData("5555555555554444", "1030", "Mastercard", "4444")]
    [InlineData("378282246310005", "1030", "Amex", "0005")]
    [InlineData("6011111111111117", "1030", "Discover", "1117")]
    public async Task A_card_is_stored_in_three_steps(string number, string expiry, string type, string last4)
    {
        await using var driver = await StartAsync();

        var start = await driver.OkAsync("paymentmethod/start", StartMethod);
        var token = await driver.FillInAsync(start, number, expiry);
        var complete = await driver.OkAsync("paymentmethod/complete", $"\"TokenID\":\"{token}\"");

        var card = (await driver.GetAsync("customer/7001"))["PaymentMethods"]!.AsArray()[^1]!;
        Assert.StartsWith(
            $"http://127.0.0.1:{driver.Sandbox.BaseAddress.Port}/three-step/",
            Text(start, "FormPostUrl"),
            StringComparison.Ordinal
        );
        Assert.Equal((0, true, null), (Id(start), start["Success"]!.GetValue<bool>(), Text(start, "Message")));
        Assert.Equal((9004L, 9004L), (Id(complete), complete["PaymentMethodID"]!.GetValue<long>()));
        Assert.Equal((0, "Payment Method Added"), (complete["Level"]!.GetValue<int>(), Text(complete, "Message")));
        Assert.Null(complete["CardType"]);
        Assert.Equal((9004L, type, last4), (Id(card), Text(card, "CardType"), Text(card, "Last4")));
        Assert.Equal((10, 2030), (card["ExpirationMonth"]!.GetValue<int>(), card["ExpirationYear"]!.GetValue<int>()));
        Assert.Equal(
            ("Ada", "9 Oak St", "12180"),
            (Text(card, "CardholderFirstName"), Text(card, "BillingStreet1"), Text(card, "BillingZip"))
        );
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task The_form_redirects_to_the_return_address_with_the_token()
    {
        await using var driver = await StartAsync();
        var start = await driver.OkAsync("paymentmethod/start", StartMethod);

        using var redirect = await driver.SendFormAsync(start, "4111111111111111", "1030");

        Assert.Equal(302, (int)redirect.StatusCode);
        Assert.Equal(
            "https://shop.example/back?order=1&token-id=token-form00000001",
            redirect.Headers.Location!.ToString()
        );
    }

    [Fact]
    public async Task The_form_is_a_page_that_is_sent_once()
    {
        await using var driver = await StartAsync();
        var start = await driver.OkAsync("paymentmethod/start", StartMethod);
        var url = Text(start, "FormPostUrl")!;

        using var page = await driver.SendAsync(HttpMethod.Get, url);
        await driver.FillInAsync(start);
        using var again = await driver.SendFormAsync(start, "4111111111111111", "1030");
        using var unknown = await driver.SendAsync(HttpMethod.Get, url + "0");
        using var put = await driver.SendAsync(HttpMethod.Put, url, "");

        var html = await page.Content.ReadAsStringAsync(Token);
        Assert.All(
            ["billing-cc-number", "billing-cc-exp", "billing-cvv", "billing-first-name", "billing-last-name"],
            name => Assert.Contains($"name=\"{name}\"", html, StringComparison.Ordinal)
        );
        Assert.Equal(
            (200, 409, 404, 405),
            ((int)page.StatusCode, (int)again.StatusCode, (int)unknown.StatusCode, (int)put.StatusCode)
        );
    }

    [Theory]
    [InlineData("4111111111111112", "1030")]
    [InlineData("4111111111111111", "1330")]
    [InlineData("4111111111111111", "10")]
    [InlineData("", "1030")]
    public async Task A_wrong_card_fails_at_completion(string number, string expiry)
    {
        await using var driver = await StartAsync();
        var token = await driver.FillInAsync(await driver.OkAsync("paymentmethod/start", StartMethod), number, expiry);

        var refusal = await RefusalAsync(driver.PostAsync("paymentmethod/complete", $"\"TokenId\":\"{token}\""));

        Assert.Equal((400, "Invalid Credit Card Number REFID:3160000001", "Bad Request"), refusal);
    }

    [Theory]
    [InlineData("\"CustomerId\":1", 404, "Invalid customer")]
    [InlineData("\"CustomerId\":7001", 500, "BillingAddress is required")]
    [InlineData("\"CustomerId\":7001,\"BillingAddress\":1", 500, "Invalid BillingAddress")]
    public async Task A_wrong_start_of_a_card_is_refused(string members, int status, string text)
    {
        await using var driver = await StartAsync();

        Assert.Equal((status, text, ""), await RefusalAsync(driver.PostAsync("paymentmethod/start", members)));
    }

    [Fact]
    public async Task A_charge_on_a_new_card_happens_at_completion()
    {
        await using var driver = await StartAsync();

        var start = await driver.OkAsync("transaction/start", StartSale);
        var token = await driver.FillInAsync(start);
        var before = driver.Sandbox.Ledger.Movements.Count;
        var complete = await driver.OkAsync("transaction/complete", $"\"TokenId\":\"{token}\"");

        Assert.Equal(0, before);
        Assert.Equal((501001L, true), (Id(complete), complete["Success"]!.GetValue<bool>()));
        Assert.Equal(
            ("LinkedTerminal", "op-1", "PO-1"),
            (Text(complete, "TransactionSource"), Text(complete, "Description"), Text(complete, "CustomerPONumber"))
        );
        Assert.Equal(
            (0L, 7001L),
            (complete["PaymentMethodID"]!.GetValue<long>(), complete["CustomerID"]!.GetValue<long>())
        );
        Assert.Equal(1, driver.Sandbox.Ledger.CountCharges("op-1"));
        Assert.Single(await driver.NotSettledAsync());
    }

    [Fact]
    public async Task A_charge_can_make_its_customer_and_store_its_card()
    {
        await using var driver = await StartAsync();
        var token = await driver.FillInAsync(await driver.OkAsync("transaction/start", Newcomer));

        var complete = await driver.OkAsync("transaction/complete", $"\"TokenId\":\"{token}\"");

        var customer = await driver.GetAsync($"customer/{complete["CustomerID"]}");
        Assert.Equal(("Tailspin", "T-1"), (Text(customer, "Name"), Text(customer, "Code")));
        Assert.Equal(complete["PaymentMethodID"]!.GetValue<long>(), Id(customer["PaymentMethods"]![0]!));
        Assert.Equal("9 Oak St", Text(complete["Billing"]!, "Address1"));
    }

    [Fact]
    public async Task A_declined_charge_makes_no_customer_and_uses_the_token_up()
    {
        await using var driver = await StartAsync();
        var token = await driver.FillInAsync(
            await driver.OkAsync("transaction/start", Newcomer + ",\"Description\":\"[sandbox decline=declined]\"")
        );

        var declined = await RefusalAsync(driver.PostAsync("transaction/complete", $"\"TokenId\":\"{token}\""));
        var again = await RefusalAsync(driver.PostAsync("transaction/complete", $"\"TokenId\":\"{token}\""));

        Assert.Equal((400, "DECLINE REFID:3160000001", "Bad Request"), declined);
        Assert.Equal((400, "Invalid token-id REFID:3160000002", "Bad Request"), again);
        Assert.Equal(2, (await driver.GetAsync("customers")).AsArray().Count);
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task A_wrong_card_is_not_charged()
    {
        await using var driver = await StartAsync();
        var token = await driver.FillInAsync(await driver.OkAsync("transaction/start", StartSale), "4111111111111112");

        var refusal = await RefusalAsync(driver.PostAsync("transaction/complete", $"\"TokenId\":\"{token}\""));

        Assert.Equal((400, "Invalid Credit Card Number REFID:3160000001", "Bad Request"), refusal);
    }

    [Fact]
    public async Task A_token_works_once_and_only_for_what_it_was_made()
    {
        await using var driver = await StartAsync();
        var sale = await driver.FillInAsync(await driver.OkAsync("transaction/start", StartSale));
        var card = await driver.FillInAsync(await driver.OkAsync("paymentmethod/start", StartMethod));

        var swapped = await RefusalAsync(driver.PostAsync("paymentmethod/complete", $"\"TokenId\":\"{sale}\""));
        var swappedBack = await RefusalAsync(driver.PostAsync("transaction/complete", $"\"TokenId\":\"{card}\""));
        var missing = await RefusalAsync(driver.PostAsync("transaction/complete"));
        await driver.OkAsync("transaction/complete", $"\"TokenId\":\"{sale}\"");
        var used = await RefusalAsync(driver.PostAsync("transaction/complete", $"\"TokenId\":\"{sale}\""));

        Assert.All(
            [swapped, swappedBack, missing, used],
            refusal => Assert.StartsWith("Invalid token-id REFID:", refusal.Text, StringComparison.Ordinal)
        );
        Assert.Single(driver.Sandbox.Ledger.Movements);
    }

    [Theory]
    [InlineData("\"CustomerId\":1", 404, "Customer Not Found", "")]
    [InlineData("\"CustomerId\":0", 500, "Customer Name is required", "")]
    [InlineData(
        "\"CustomerId\":0,\"Customer\":{\"Name\":\"Contoso\"}",
        500,
        "Customer with Name Contoso already exists for merchant",
        ""
    )]
    [InlineData("\"Amount\":0", 400, "Invalid Amount", "Bad Request")]
    [InlineData("\"MID\":null", 400, "Invalid MID", "Bad Request")]
    public async Task A_wrong_start_of_a_charge_is_refused(string members, int status, string text, string body)
    {
        await using var driver = await StartAsync();

        var refusal = await RefusalAsync(driver.PostAsync("transaction/start", $"{StartSale},{members}"));

        Assert.Equal((status, text, body), refusal);
    }

    [Fact]
    public async Task A_name_that_was_taken_meanwhile_is_refused_at_completion()
    {
        await using var driver = await StartAsync();
        var token = await driver.FillInAsync(await driver.OkAsync("transaction/start", Newcomer));
        driver.Sandbox.AddCustomer("Tailspin");

        var (status, text, _) = await RefusalAsync(
            driver.PostAsync("transaction/complete", $"\"TokenId\":\"{token}\"")
        );

        Assert.Equal((500, "Customer with Name Tailspin already exists for merchant"), (status, text));
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }
}

using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Whole answers as the provider writes them, with everything that the gateway reads from them.</summary>
public class GoldenAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sale_of_Level_III()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, Answer("add"));

        var result = await fixture.SendAsync(Some.Sale(96.60m) with { CommercialCardData = Some.LevelIII });

        Assert.Equal((PaymentOutcome.Approved, Money.Usd(96.60m)), (result.Outcome, result.ApprovedAmount));
        Assert.Equal("700321", result.Transaction?.TransactionId);
        Assert.Equal(
            ("Not Settled", "Q7R8S9", "Transaction Complete"),
            (result.Provider.Code, result.Provider.AuthorizationCode, result.Provider.Message)
        );
        Assert.Equal(
            (CardBrand.AmericanExpress, "1009", "9001"),
            (result.PaymentMethod.Brand, result.PaymentMethod.LastFour, result.PaymentMethod.Id)
        );
        Assert.Equal(CommercialDataLevel.LevelIII, result.CommercialData.ReportedLevel);
    }

    [Fact]
    public async Task Everything_that_is_documented_of_a_transaction_is_served()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, Answer("add"));

        var result = await fixture.SendAsync(Some.Sale(96.60m) with { CommercialCardData = Some.LevelIII });

        Assert.Equal(
            new VirtualTerminalTransaction
            {
                Id = 700321,
                AuthorizationCode = "Q7R8S9",
                CustomerId = 7001,
                CustomerName = "Fabrikam",
                Account = "East",
                Type = "Sale",
                CreatedAt = ConformanceHarness.Start,
                Level = 3,
                TotalAmount = Money.Usd(96.60m),
                TaxAmount = Money.Usd(6.60m),
                ShippingAmount = Money.Usd(10),
                CaptureAmount = Money.Usd(0),
                CustomerPONumber = "PO-88",
                Description = "order-1 ref:c86e3570482374ea0f7d",
                Source = "Virtual Terminal",
                Status = "Not Settled",
                PaymentMethodId = 9001,
                CardholderFirstName = "Lin",
                CardholderLastName = "Park",
                CardType = "Amex",
                CardLastFour = "1009",
                Billing = AddressOf("Accounts", "5 Oak Ave", "Floor 9", "Albany", "12207", "5185550111"),
                ShippingAddressId = 311,
                Shipping = AddressOf("Dock Four", "1 Elm St", "Gate 2", "Troy", "12180", "5185550100"),
                LineItems =
                [
                    new VirtualTerminalLineItem
                    {
                        Id = 41,
                        CommodityCode = "31161600",
                        Description = "Hex bolt",
                        Price = Money.Usd(40),
                        ProductCode = "BOLT-10",
                        UnitOfMeasure = "EA",
                    },
                    new VirtualTerminalLineItem
                    {
                        Id = 42,
                        CommodityCode = "31161700",
                        UnitOfMeasure = "BX",
                    },
                ],
                Message = "Transaction Complete",
            },
            result.As<VirtualTerminalTransaction>()
        );
        Assert.Equal("Sale 700321", $"{result.As<VirtualTerminalTransaction>()}");
    }

    [Fact]
    public async Task Secrets_that_the_provider_repeats_are_masked_and_an_odd_member_hides_no_payment()
    {
        foreach (var name in Shown().Select(member => member.Key).Where(IsForShow).ToList())
        {
            var odd = Shown().With(name, new JsonObject { ["x"] = 1 }).With("Account", VirtualTerminalFixture.ApiKey);
            await using var fixture = new VirtualTerminalFixture();
            fixture.Stub.On(VirtualTerminalStub.Add, odd.Ok());

            var result = await fixture.SendAsync(Some.Sale(96.60m) with { CommercialCardData = Some.LevelIII });

            Assert.True(result.IsApproved, $"{name}: {result}");
            var shown = result.As<VirtualTerminalTransaction>();
            Assert.NotNull(shown);
            Assert.DoesNotContain(VirtualTerminalFixture.ApiKey, shown.Account ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_capture_and_a_void()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.Shows(Txn.Id, Txn.Authorization().Ok(), Txn.Captured().Ok())
            .On("POST transaction/capture", Answer("captured"));
        await using var other = new VirtualTerminalFixture();
        other
            .Stub.Shows(Txn.Id, Txn.Sale().Ok(), Txn.Sale().InStatus("Voided").Ok())
            .On("POST transaction/void", Answer("voided"));

        var captured = await fixture.SendAsync(Some.Capture());
        var voided = await other.SendAsync(Some.Void());

        Assert.Equal((PaymentOutcome.Approved, "501234"), (captured.Outcome, captured.Transaction?.TransactionId));
        Assert.Equal((PaymentOutcome.Approved, "501234"), (voided.Outcome, voided.Transaction?.TransactionId));
    }

    [Fact]
    public async Task A_list_of_what_is_not_settled()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On("GET KEY/customer/7001", Answer("customer")).Lists(7001, Answer("not-settled"));
        Assert.True(fixture.Gateway.TryGet<ITransactionSearch>(out var search));
        var states = new List<TransactionState>();

        await foreach (var state in search.SearchAsync(new TransactionQuery { CustomerId = "7001" }, Token))
        {
            states.Add(state);
        }

        var found = Assert.Single(states);
        Assert.Equal(
            ("700322", PaymentOperation.Authorize, Money.Usd(20)),
            (found.Transaction.TransactionId, found.Type, found.RequestedAmount)
        );
    }

    [Fact]
    public async Task A_customer_with_a_card_and_a_recurring_billing()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On("GET KEY/customer/7001", Answer("customer"), Answer("customer"), Answer("customer"));
        Assert.True(fixture.Gateway.TryGet<ICustomerVault>(out var vault));
        Assert.True(fixture.Gateway.TryGet<IRecurringBillings>(out var recurring));

        var customer = await vault.GetCustomerAsync("7001", Token);
        var card = await vault.GetPaymentMethodAsync("7001", "9007", Token);
        var billings = await recurring.GetRecurringBillingsAsync("7001", Token);

        Assert.Equal(("7001", "Lin Park"), (customer?.ProviderId, customer?.Name));
        Assert.Equal(("5185550111", "lin@example.com"), (customer?.Address?.Phone, customer?.Address?.Email));
        Assert.Equal(
            ("9007", CardBrand.Discover, "1117", 8, 2031),
            (card?.Id, card?.Details.Brand, card?.Details.LastFour, card?.Details.ExpiryMonth, card?.Details.ExpiryYear)
        );
        Assert.Equal(
            new Address
            {
                FirstName = "Lin",
                LastName = "Park",
                Line1 = "5 Oak Ave",
                Line2 = "Floor 9",
                City = "Albany",
                Region = "NY",
                PostalCode = "12207",
            },
            card?.BillingAddress
        );
        Assert.Equal(
            new RecurringBilling
            {
                Id = "61",
                PaymentMethodId = "9007",
                Frequency = RecurringFrequency.Quarterly,
                TotalAmount = Money.Usd(30),
                ShippingAmount = Money.Usd(2.50m),
                Description = "Refill",
                TransactionDay = 2,
                CreatedAt = ConformanceHarness.Start,
            },
            Assert.Single(billings!)
        );
    }

    [Fact]
    public async Task A_form_for_a_card()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On("POST transaction/start", Answer("form"));
        Assert.True(fixture.Gateway.TryGet<IHostedPayment>(out var hosted));

        var started = await hosted.StartAsync(
            Some.Sale() with
            {
                PaymentMethod = new CustomerChoicePaymentMethod(),
                ReturnUrl = new Uri("https://shop.example/paid"),
                BillingAddress = new Address { LastName = "Park" },
            },
            Token
        );

        var form = Assert.IsType<FormPostAction>(started.NextAction);
        Assert.Equal("https://secure.example/api/v2/three-step/form7", form.Url.AbsoluteUri);
    }

    [Fact]
    public async Task A_text_of_a_refusal_in_its_header()
    {
        var text = JsonNode.Parse(GoldenFile.Read("answer-headers.json"))!["Error"]!.GetValue<string>();
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Error(400, text)).Lists(7001, Txn.List().Ok(), Txn.List().Ok());

        var result = await fixture.SendAsync(Some.Sale());

        Assert.Equal((PaymentOutcome.Declined, "51"), (result.Outcome, result.Code?.Value));
        Assert.Equal("Insufficient funds", result.Provider.Message);
    }

    private static JsonObject Shown() => JsonNode.Parse(GoldenFile.Read("answer-add.json"))!.AsObject();

    // Values that do not affect the outcome and are not compared with another member.
    private static bool IsForShow(string name) =>
        name
            is "CustomerName"
                or "AuthorizationCode"
                or "TransactionSource"
                or "CardholderFirstName"
                or "CardholderLastName"
                or "CardType"
                or "CardLast4"
                or "CustomerPONumber"
                or "TaxAmount"
                or "ShippingAmount"
                or "Billing"
                or "ShippingAddressID"
                or "Shipping"
                or "LineItems"
                or "Message";

    private static StubAnswer Answer(string name) => StubAnswer.Text(200, GoldenFile.Read($"answer-{name}.json"));

    private static Address AddressOf(
        string tag,
        string line1,
        string line2,
        string city,
        string postalCode,
        string phone
    ) =>
        new()
        {
            Organization = tag,
            Line1 = line1,
            Line2 = line2,
            City = city,
            Region = "NY",
            PostalCode = postalCode,
            Phone = phone,
        };
}

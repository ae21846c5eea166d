using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

public sealed class HostedFormTests
{
    private const string StartCharge = "POST transaction/start";
    private const string CompleteCharge = "POST transaction/complete";
    private const string FormUrl = "https://secure.example/api/v2/three-step/form1";

    private static readonly Dictionary<string, string> Returned = new() { ["token-id"] = "token-form1" };

    private static readonly Address Home = new()
    {
        FirstName = "Mary",
        LastName = "Somerville",
        Line1 = "1 Elm St",
        Line2 = "Floor 2",
        City = "Troy",
        Region = "NY",
        PostalCode = "12180",
        Phone = "5185550199",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_charge_is_started_and_completed_exactly_so()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.On(StartCharge, Form())
            .On(CompleteCharge, Txn.Sale(96.60m).With("Level", 2).Ok())
            .Lists(7001, Txn.List().Ok());
        var request = Sale(96.60m) with
        {
            BillingAddress = Home,
            StoredCredentialUse = StoredCredentialUse.First,
            CommercialCardData = Some.LevelII,
        };

        var started = await HostedOf(fixture).StartAsync(request, Token);
        var paid = await HostedOf(fixture).CompleteAsync(request, Returned, Token);

        var form = Assert.IsType<FormPostAction>(started.NextAction);
        Assert.Equal((PaymentOutcome.Pending, FormUrl), (started.Outcome, form.Url.AbsoluteUri));
        Assert.Equal(
            [
                ("billing-cc-number", FormInputKind.CardNumber),
                ("billing-cc-exp", FormInputKind.CardExpiry),
                ("billing-cvv", FormInputKind.SecurityCode),
                ("billing-first-name", FormInputKind.FirstName),
                ("billing-last-name", FormInputKind.LastName),
            ],
            form.Inputs.Select(input => (input.Name, input.Kind))
        );
        Assert.True(paid.IsApproved, $"{paid}");
        Assert.Equal(
            (CommercialDataLevel.LevelII, CommercialDataLevel.LevelII),
            (paid.CommercialData.SentLevel, paid.CommercialData.ReportedLevel)
        );
        GoldenFile.AssertMatches("hosted-sale", fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_card_is_stored_exactly_so()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.On("POST paymentmethod/start", Form())
            .On("GET KEY/customer/7001", StubAnswer.Ok(CustomerStub.Customer()))
            .On("POST paymentmethod/complete", Added());
        var hosted = HostedOf(fixture);

        var started = await hosted.StartAsync(Storing, Token);
        var stored = await hosted.CompleteAsync(Storing, Returned, Token);

        Assert.Equal(FormUrl, Assert.IsType<FormPostAction>(started.NextAction).Url.AbsoluteUri);
        Assert.Equal((PaymentOutcome.Approved, "9003"), (stored.Outcome, stored.Id));
        Assert.Equal(["BillingAddress.Country", "BillingAddress.Email"], stored.LeftOutFields);
        GoldenFile.AssertMatches("hosted-card", fixture.Stub.Requests);
    }

    [Theory]
    [InlineData("CustomerID", 7002)]
    [InlineData("ID", 501234)]
    [InlineData("TotalAmount", 50)]
    [InlineData("PaymentMethodID", 0)]
    [InlineData("Success", null)]
    public async Task A_card_that_is_not_what_was_asked_for_is_in_doubt(string field, int? value)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.On("GET KEY/customer/7001", StubAnswer.Ok(CustomerStub.Customer()))
            .On("POST paymentmethod/complete", StubAnswer.Ok(Card().With(field, value)));

        var stored = await HostedOf(fixture).CompleteAsync(Storing, Returned, Token);

        Assert.Equal((PaymentOutcome.Unknown, null), (stored.Outcome, stored.Id));
    }

    [Theory]
    [InlineData("FormPostUrl", null)]
    [InlineData("FormPostUrl", "http://secure.example/form")]
    [InlineData("FormPostUrl", "/form")]
    [InlineData("FormPostUrl", "javascript:alert(1)")]
    [InlineData("Success", null)]
    public async Task An_answer_without_a_form_is_not_sent_and_can_be_tried_again(string field, string? value)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(StartCharge, StubAnswer.Ok(FormBody().With(field, value)), StubAnswer.Reset(), Form());

        var results = new List<PaymentResult>();
        for (var i = 0; i < 3; i++)
        {
            results.Add(await HostedOf(fixture).StartAsync(Sale(), Token));
        }

        Assert.Equal(
            [
                (PaymentOutcome.NotSent, PaymentReason.PreparationFailed),
                (PaymentOutcome.NotSent, PaymentReason.PreparationFailed),
                (PaymentOutcome.Pending, PaymentReason.WaitingForCustomer),
            ],
            results.Select(result => (result.Outcome, result.Reason))
        );
    }

    [Fact]
    public async Task A_refusal_to_start_is_reported()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(StartCharge, CustomerStub.Refused(404, "Customer Not Found"));

        var result = await HostedOf(fixture).StartAsync(Sale(), Token);

        Assert.Equal(PaymentOutcome.Rejected, result.Outcome);
        Assert.Contains("Customer Not Found", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_completion_without_an_answer_is_in_doubt_and_never_posted_again()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.On(CompleteCharge, StubAnswer.Reset())
            .Lists(7001, Txn.List().Ok(), Txn.List().Ok(), Txn.List(Txn.Sale()).Ok());
        var hosted = HostedOf(fixture);

        var first = await hosted.CompleteAsync(Sale(), Returned, Token);
        var again = await hosted.CompleteAsync(Sale(), Returned, Token);
        var another = await hosted.CompleteAsync(Sale(), Of("token-form2"), Token);
        var started = await hosted.StartAsync(Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, first.Outcome);
        Assert.Equal(PaymentOutcome.Unknown, again.Outcome);
        Assert.True(another.IsApproved, $"{another}");
        Assert.True(started.IsApproved, $"{started}");
        Assert.Single(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData(1, "key-1")]
    [InlineData(49.90, "key-other")]
    public async Task A_token_of_another_payment_approves_nothing(double amount, string key)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(CompleteCharge, Txn.Sale((decimal)amount, key: key).Ok()).Lists(7001, Txn.List().Ok());

        var result = await HostedOf(fixture).CompleteAsync(Sale(), Returned, Token);

        Assert.Equal((PaymentOutcome.Unknown, null), (result.Outcome, result.ApprovedAmount));
        Assert.NotNull(result.Anomaly);
        Assert.Equal($"{Txn.Id}", result.Transaction?.TransactionId);
    }

    [Fact]
    public async Task A_transaction_that_has_the_mark_is_the_answer_and_nothing_is_sent()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Lists(7001, Txn.List(Txn.Sale()).Ok());

        var result = await HostedOf(fixture).CompleteAsync(Sale(), Returned, Token);

        Assert.True(result.IsApproved, $"{result}");
        Assert.Equal($"{Txn.Id}", result.Transaction?.TransactionId);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_leaves_the_key_to_the_right_one()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.On(CompleteCharge, CustomerStub.Refused(400, "Invalid token-id REFID:1"), Txn.Sale().Ok())
            .Lists(7001, Txn.List().Ok());
        var hosted = HostedOf(fixture);

        var claimed = await hosted.CompleteAsync(Sale(), Of("token-made-up"), Token);
        var paid = await hosted.CompleteAsync(Sale(), Returned, Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.InvalidRequest), (claimed.Outcome, claimed.Reason));
        Assert.True(paid.IsApproved, $"{paid}");
    }

    [Fact]
    public async Task Data_without_fields_in_a_form_is_refused_or_dropped()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(StartCharge, Form());
        var strict = Sale(Plans.AmountOf(Some.LevelIII).Amount) with { CommercialCardData = Some.LevelIII };
        var lenient = strict with
        {
            CommercialCardData = Some.LevelIII with { WhenNotExpressible = WhenNotExpressible.DropAndReport },
        };

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            HostedOf(fixture).StartAsync(strict, Token)
        );
        var started = await HostedOf(fixture).StartAsync(lenient, Token);

        Assert.Equal("CommercialCardData.LineItems", Assert.Single(refusal.Problems).Field);
        Assert.Equal(PaymentOutcome.Pending, started.Outcome);
        var sent = JsonNode.Parse(Assert.Single(fixture.Stub.Requests).Body!)!.AsObject();
        Assert.True(sent.ContainsKey("TaxAmount") && !sent.ContainsKey("LineItems"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("line\nbreak")]
    public async Task A_token_that_is_none_is_refused_and_nothing_is_sent(string token)
    {
        await using var fixture = new VirtualTerminalFixture();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            HostedOf(fixture).CompleteAsync(Sale(), Of(token), Token)
        );

        Assert.Equal("returnedFields", Assert.Single(refusal.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Nothing_is_paid_out_to_a_token()
    {
        await using var fixture = new VirtualTerminalFixture();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.CreditAsync(
                new CreditRequest
                {
                    IdempotencyKey = new IdempotencyKey("key-1"),
                    OrderReference = new OrderReference("order-1"),
                    Amount = Money.Usd(1m),
                    Customer = new Customer { Id = "7001" },
                    PaymentMethod = PaymentMethod.Token("token-form1"),
                },
                Token
            )
        );

        Assert.Contains(refusal.Problems, problem => problem.Field == "PaymentMethod");
    }

    private static StorePaymentMethodRequest Storing { get; } =
        new()
        {
            CustomerId = "7001",
            PaymentMethod = new CustomerChoicePaymentMethod(),
            BillingAddress = Home with { Country = "US", Email = "mary@example.com" },
            ReturnUrl = new Uri("https://shop.example/cards"),
        };

    private static SaleRequest Sale(decimal amount = 49.90m) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey("key-1"),
            OrderReference = new OrderReference("order-1"),
            Amount = Money.Usd(amount),
            PaymentMethod = new CustomerChoicePaymentMethod(),
            Customer = new Customer { Id = "7001" },
            ReturnUrl = new Uri("https://shop.example/paid"),
        };

    private static Dictionary<string, string> Of(string token) => new() { ["token-id"] = token };

    private static JsonObject FormBody() =>
        new()
        {
            ["FormPostUrl"] = FormUrl,
            ["ID"] = 0,
            ["Success"] = true,
            ["Message"] = null,
        };

    private static StubAnswer Form() => StubAnswer.Ok(FormBody());

    private static JsonObject Card() =>
        Txn.Sale(0)
            .With("ID", 9003)
            .With("PaymentMethodID", 9003)
            .With("CardType", null)
            .With("Level", 0)
            .With("Status", null)
            .With("Message", "Payment Method Added");

    private static StubAnswer Added() => StubAnswer.Ok(Card());

    private static IHostedPayment HostedOf(VirtualTerminalFixture fixture) =>
        fixture.Gateway.TryGet<IHostedPayment>(out var hosted)
            ? hosted
            : throw new InvalidOperationException("There is no hosted entry.");
}

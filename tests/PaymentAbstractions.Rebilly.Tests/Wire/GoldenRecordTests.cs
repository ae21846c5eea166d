using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>
/// Whole answers about stored, offered, paid out and refused objects, with every value that the gateway reads from them.
/// </summary>
public class GoldenRecordTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET customers/cus_7", Answer("customer"));

        var customer = await fixture.Vault.GetCustomerAsync("cus_7", Token);

        Assert.Equal(
            new VaultCustomer
            {
                Id = "cus_7",
                ProviderId = "cus_7",
                Name = "Grace Sample",
                Address = new Address
                {
                    FirstName = "Grace",
                    LastName = "Sample",
                    Organization = "Sample Ltd",
                    Line1 = "9 Quay Street",
                    Line2 = "Dock 3",
                    City = "Bristol",
                    Region = "Avon",
                    PostalCode = "BS1 4QA",
                    Country = "GB",
                    Phone = "+44 117 496 0999",
                    Email = "grace@example.com",
                },
                DefaultPaymentMethodId = "inst_7",
                CreatedAt = At("2026-02-01T08:00:00Z"),
            },
            customer
        );
    }

    [Fact]
    public async Task A_card()
    {
        var card = await MethodAsync("card", "inst_7");

        Assert.Equal(
            new VaultPaymentMethod
            {
                Id = "inst_7",
                CustomerId = "cus_7",
                Status = VaultPaymentMethodStatus.Active,
                Details = new PaymentMethodDetails
                {
                    Kind = PaymentMethodKind.PaymentCard,
                    Method = "payment-card",
                    Id = "inst_7",
                    Brand = CardBrand.Mastercard,
                    Bin = "510510",
                    LastFour = "5100",
                    ExpiryMonth = 4,
                    ExpiryYear = 2032,
                    Wallet = DigitalWallet.GooglePay,
                },
                BillingAddress = new Address { FirstName = "Grace", Country = "GB" },
                CreatedAt = At("2026-02-01T08:05:00Z"),
            },
            card
        );
    }

    [Fact]
    public async Task A_bank_account()
    {
        var account = await MethodAsync("account", "inst_8");

        Assert.Equal(
            (PaymentMethodKind.IbanBankAccount, "ach", "3000", VaultPaymentMethodStatus.Deactivated),
            (account?.Details.Kind, account?.Details.Method, account?.Details.LastFour, account?.Status)
        );
    }

    [Fact]
    public async Task The_methods_that_can_pay()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST ready-to-pay", Answer("ready-to-pay"));

        var offers = await fixture.Catalog.ListAsync(new PaymentMethodQuery { Amount = Some.Amount }, Token);

        Assert.Equal(
            [
                new PaymentMethodOffer
                {
                    Method = "payment-card",
                    Kind = PaymentMethodKind.Token,
                    Feature = "Apple Pay",
                    Brands = [CardBrand.Visa, CardBrand.Jcb],
                    Filters = ["country:GB"],
                },
                new PaymentMethodOffer { Method = "bank-transfer", Kind = PaymentMethodKind.CustomerChoice },
            ],
            offers
        );
    }

    [Fact]
    public async Task A_query_of_the_gateway()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions/txn_1/query", Answer("query"));

        var answer = await fixture.Transactions.QueryGatewayAsync("txn_1", Token);

        Assert.Equal(
            new RebillyGatewayAnswer
            {
                TransactionId = "txn_1",
                Result = "declined",
                Status = "suspended",
                Amount = Some.Amount,
            },
            answer
        );
    }

    [Fact]
    public async Task A_timeline()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET transactions/txn_1/timeline", Answer("timeline"));
        var messages = new List<RebillyTimelineMessage>();

        await foreach (var message in fixture.Transactions.ListTimelineAsync("txn_1", Token))
        {
            messages.Add(message);
        }

        Assert.Equal(
            [
                new RebillyTimelineMessage
                {
                    Id = "msg_1",
                    Type = "timeline-comment-created",
                    TriggeredBy = "direct-api",
                    Text = "Called back.",
                    OccurredAt = At("2026-03-01T12:30:00Z"),
                },
            ],
            messages
        );
    }

    [Fact]
    public async Task A_payout_request()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_7", Answer("payout"));

        var payout = await fixture.Payouts.GetAsync("po_7", Token);

        Assert.Equal(
            new Payout
            {
                Id = "po_7",
                CustomerId = "cus_7",
                PaymentMethodId = "inst_7",
                Amount = new Money(80, Currency.Eur),
                AvailableAmount = new Money(30.50m, Currency.Eur),
                Description = "Season prize",
                Status = PayoutStatus.Canceled,
                ProviderStatus = "canceled",
                BlockReason = "risk-review",
                SelectMethodUrl = new Uri("https://pay.example.com/select/po_7"),
                TransactionIds = ["txn_c"],
                Cancellation = new PayoutCancellation
                {
                    CanceledBy = PayoutCanceledBy.Merchant,
                    Description = "Paid twice",
                },
                SplitFromId = "po_6",
                MergedIntoId = "po_8",
                CreatedAt = At("2026-02-03T08:00:00Z"),
                UpdatedAt = At("2026-02-04T08:00:00Z"),
            },
            payout
        );
    }

    [Fact]
    public async Task The_methods_that_a_payout_request_can_go_to()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_7/payment-instruments", Answer("payout-methods"));

        var methods = await fixture.Payouts.ListPaymentMethodsAsync("po_7", Token);

        Assert.Equal(
            [
                new PayoutPaymentMethod
                {
                    PaymentMethodId = "inst_7",
                    GatewayName = "Stripe",
                    GatewayAccountId = "gw_7",
                    Exposure = 250.75m,
                    PaidOut = 49.50m,
                    LastPaymentAt = At("2026-01-10T09:00:00Z"),
                    LastPayoutAt = At("2026-01-20T09:00:00Z"),
                },
            ],
            methods
        );
    }

    [Fact]
    public async Task A_refusal()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", Answer("refused", 422));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.InvalidRequest), (result.Outcome, result.Reason));
        Assert.Contains("Unfit: Two members are wrong", result.Message, StringComparison.Ordinal);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(("paymentInstruction.pan", "fails its check digit"), (problem.Field, problem.Message));
    }

    [Fact]
    public async Task The_headers_of_a_limit_and_of_a_page()
    {
        var headers = JsonNode
            .Parse(GoldenFile.Read("answer-headers.json"))!
            .AsObject()
            .Select(header => (header.Key, header.Value!.GetValue<string>()))
            .ToArray();
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("POST transactions", StubAnswer.Text(429, "{\"status\":429}", "application/json", headers))
            .On(
                "GET transactions",
                StubAnswer.Text(200, $"[{Txn.Sale().ToJsonString()}]", "application/json", headers),
                StubAnswer.Text(200, $"[{Txn.Sale().With("id", "txn_2").ToJsonString()}]", "application/json", headers)
            );
        var ids = new List<string>();

        var limited = await fixture.Gateway.SaleAsync(Some.Sale(), Token);
        await foreach (var state in fixture.Search.SearchAsync(new TransactionQuery(), Token))
        {
            ids.Add(state.Transaction.TransactionId);
        }

        Assert.Equal((PaymentReason.RateLimited, At("2026-03-01T12:10:00Z")), (limited.Reason, limited.RetryAt));
        Assert.Equal(["txn_1", "txn_2"], ids);
    }

    private static async Task<VaultPaymentMethod?> MethodAsync(string name, string id)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On($"GET payment-instruments/{id}", Answer(name));

        return await fixture.Vault.GetPaymentMethodAsync("cus_7", id, Token);
    }

    private static StubAnswer Answer(string name, int status = 200) =>
        StubAnswer.Text(status, GoldenFile.Read($"answer-{name}.json"));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}

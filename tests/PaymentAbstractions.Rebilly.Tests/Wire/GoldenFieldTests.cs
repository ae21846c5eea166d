namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Fields that few requests have; each is tested once, byte for byte.</summary>
public class GoldenFieldTests
{
    private static readonly Address Whole = Some.Address with { Organization = "Example Ltd", Line2 = "Suite 5" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_credit_with_everything_that_it_takes()
    {
        await using var fixture = new RebillyFixture();

        await fixture.SendAsync(
            Some.Credit() with
            {
                PaymentMethod = PaymentMethod.Token("tok_1"),
                BillingAddress = Whole,
                Description = "Prize",
                Metadata = Metadata.From([new("channel", "web")]),
                ReturnUrl = new Uri("https://shop.example.com/return?id={id}"),
                NotificationUrl = new Uri("https://shop.example.com/notify/{id}"),
                Shopper = new ShopperContext { IpAddress = "203.0.113.7" },
                ProviderOptions =
                [
                    new RebillyRequestOptions
                    {
                        GatewayAccountId = "gw_7",
                        InvoiceIds = ["inv_1"],
                        IsProcessedOutside = true,
                        ProcessedAt = new DateTimeOffset(2026, 2, 28, 23, 59, 58, TimeSpan.Zero),
                    },
                ],
            }
        );

        GoldenFile.AssertMatches("credit-whole", Assert.Single(fixture.Stub.Requests));
    }

    [Fact]
    public async Task Lists_of_what_is_stored()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("GET customers", StubAnswer.Text(200, "[]"))
            .On("GET payment-instruments", StubAnswer.Text(200, "[]"));

        await foreach (var _ in fixture.Vault.ListCustomersAsync(Token)) { }
        await foreach (var _ in fixture.Vault.ListPaymentMethodsAsync("cus_1", Token)) { }

        GoldenFile.AssertMatches("vault-lists", fixture.Stub.Requests);
    }

    [Fact]
    public async Task Bank_accounts_that_are_stored()
    {
        await using var fixture = new RebillyFixture();
        PaymentMethod[] accounts =
        [
            new BbanBankAccount
            {
                AccountNumber = new BankAccountNumber("000123456789"),
                RoutingNumber = "011000015",
                AccountType = BankAccountType.Savings,
                BankName = "First Bank",
            },
            new IbanBankAccount
            {
                AccountNumber = new BankAccountNumber("DE89370400440532013000"),
                Bic = "COBADEFFXXX",
                BankName = "Second Bank",
            },
        ];

        foreach (var account in accounts)
        {
            await fixture.Vault.StorePaymentMethodAsync(
                new StorePaymentMethodRequest
                {
                    CustomerId = "cus_1",
                    PaymentMethod = account,
                    BillingAddress = Whole,
                },
                Token
            );
        }

        GoldenFile.AssertMatches("vault-accounts", fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_stored_method_that_is_replaced()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payment-instruments/inst_7", StubAnswer.Text(200, GoldenFile.Read("answer-card.json")));

        await fixture.Vault.UpdatePaymentMethodAsync(
            new UpdatePaymentMethodRequest
            {
                CustomerId = "cus_7",
                PaymentMethodId = "inst_7",
                Token = new PaymentToken("tok_2"),
                BillingAddress = Whole,
            },
            Token
        );

        GoldenFile.AssertMatches("vault-replacement", fixture.Stub.Requests);
    }
}

using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

public abstract partial class RebillyHarness
{
    private static readonly Address Home = new()
    {
        FirstName = "Ada",
        LastName = "King",
        Line1 = "1 High Street",
        City = "London",
        PostalCode = "N1 1AA",
        Country = "GB",
    };

    private readonly HttpClient _tokens = new();

    public override Task<SaleRequest> NewSaleAsync(Money? amount = null) =>
        Task.FromResult(
            new SaleRequest
            {
                IdempotencyKey = NewKey(),
                OrderReference = NewOrder(),
                Amount = amount ?? Money(12.50m),
                PaymentMethod = Card,
                Customer = NewCustomer(),
                BillingAddress = Home,
            }
        );

    public override Task<AuthorizeRequest> NewAuthorizationAsync(Money? amount = null) =>
        Task.FromResult(
            new AuthorizeRequest
            {
                IdempotencyKey = NewKey(),
                OrderReference = NewOrder(),
                Amount = amount ?? Money(12.50m),
                PaymentMethod = Card,
                Customer = NewCustomer(),
                BillingAddress = Home,
            }
        );

    public override async Task<CreditRequest> NewCreditAsync(Money? amount = null)
    {
        var (customer, instrument) = await StoreCardAsync();
        return new CreditRequest
        {
            IdempotencyKey = NewKey(),
            OrderReference = NewOrder(),
            Amount = amount ?? Money(12.50m),
            PaymentMethod = PaymentMethod.Stored(instrument),
            Customer = customer,
        };
    }

    public override Task<SetupRequest> NewSetupAsync() =>
        Task.FromResult(
            new SetupRequest
            {
                IdempotencyKey = NewKey(),
                Amount = Money(0),
                PaymentMethod = Card,
                Customer = NewCustomer(),
                BillingAddress = Home,
            }
        );

    public override async Task<SaleRequest> NewSaleAsync(PaymentMethodKind kind)
    {
        var sale = await NewSaleAsync();
        switch (kind)
        {
            case PaymentMethodKind.Stored:
                var (customer, instrument) = await StoreCardAsync();
                return sale with { Customer = customer, PaymentMethod = PaymentMethod.Stored(instrument) };
            case PaymentMethodKind.Token:
                return sale with { PaymentMethod = PaymentMethod.Token(await TokenAsync()) };
            case PaymentMethodKind.BbanBankAccount:
                return sale with
                {
                    PaymentMethod = new BbanBankAccount
                    {
                        AccountNumber = new BankAccountNumber(BankAccount),
                        RoutingNumber = "021000021",
                        AccountType = BankAccountType.Checking,
                    },
                };
            case PaymentMethodKind.IbanBankAccount:
                return sale with
                {
                    PaymentMethod = new IbanBankAccount
                    {
                        AccountNumber = new BankAccountNumber(Iban),
                        Bic = "COBADEFFXXX",
                    },
                };
            case PaymentMethodKind.CustomerDefault:
                var (owner, _) = await StoreCardAsync();
                return sale with { Customer = owner, PaymentMethod = new CustomerDefaultPaymentMethod() };
            case PaymentMethodKind.CustomerChoice:
                return sale with { PaymentMethod = new CustomerChoicePaymentMethod { Methods = ["paypal"] } };
            default:
                return sale;
        }
    }

    public override SaleRequest? Declining(SaleRequest request, string code) =>
        request with
        {
            Description = $"[sandbox code={code}]",
        };

    public override SaleRequest Declining(SaleRequest request) => Declining(request, "05")!;

    public override SaleRequest? ApprovingPartially(SaleRequest request, Money approved) =>
        request with
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"[sandbox code=10 amount={approved.Amount}]"),
        };

    public override SaleRequest? WaitingForCustomer(SaleRequest request) =>
        request with
        {
            Description = "[sandbox status=waiting-approval]",
        };

    private static PaymentCard Card =>
        new()
        {
            Number = new CardNumber(Pan),
            ExpiryMonth = 12,
            ExpiryYear = 2049,
            SecurityCode = new SecurityCode(SecurityCode),
        };

    private static Customer NewCustomer() => new() { Id = $"cus-{NewId()}", CreateOrUpdate = true };

    private async Task<(Customer Customer, string Instrument)> StoreCardAsync()
    {
        var customer = NewCustomer() with { CreateOrUpdate = false, Address = Home };
        Assert.True(Gateway.TryGet<ICustomerVault>(out var vault));
        var created = await vault.UpsertCustomerAsync(customer);
        Assert.Equal(PaymentOutcome.Approved, created.Outcome);
        var stored = await vault.StorePaymentMethodAsync(
            new StorePaymentMethodRequest
            {
                CustomerId = customer.Id,
                PaymentMethod = Card,
                BillingAddress = Home,
            }
        );
        Assert.NotNull(stored.Id);
        return (customer, stored.Id);
    }

    // Stands for the customer's browser.
    private async Task<string> TokenAsync()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(Sandbox.BaseAddress, "organizations/org_main/tokens")
        );
        request.Headers.TryAddWithoutValidation("Authorization", "pk_sandbox");
        request.Content = JsonContent.Create(
            JsonNode.Parse(
                $$$"""
                {"method":"payment-card","paymentInstrument":{"pan":"{{{Pan}}}","expMonth":12,"expYear":2049,"cvv":"{{{SecurityCode}}}"}}
                """
            )
        );
        using var response = await _tokens.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var token = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
        _secrets.Add(token);
        return token;
    }
}

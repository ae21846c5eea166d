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

    public override SaleRequest? Processing(SaleRequest request) =>
        Described(request, "[sandbox status=waiting-gateway]");

    public override RefundRequest? Processing(RefundRequest request) =>
        Described(request, "[sandbox status=waiting-gateway]");

    public override RefundRequest? Declining(RefundRequest request) => Described(request, "[sandbox code=05]");

    public override SaleRequest? WaitingForCustomer(SaleRequest request) =>
        Described(request, "[sandbox status=waiting-approval]");

    public override async ValueTask DisposeAsync()
    {
        _tokens.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override PaymentMethodKind MethodFor(PaymentOperation operation) =>
        operation == PaymentOperation.Credit ? PaymentMethodKind.Stored : PaymentMethodKind.PaymentCard;

    protected override async Task<HarnessPayer> NewPayerAsync(PaymentMethodKind kind, HarnessAccount account)
    {
        switch (kind)
        {
            case PaymentMethodKind.Stored:
                var (customer, instrument) = await StoreCardAsync();
                return new HarnessPayer { PaymentMethod = PaymentMethod.Stored(instrument), Customer = customer };
            case PaymentMethodKind.CustomerDefault:
                var (owner, _) = await StoreCardAsync();
                return new HarnessPayer { PaymentMethod = new CustomerDefaultPaymentMethod(), Customer = owner };
            default:
                return new HarnessPayer
                {
                    PaymentMethod = await NewMethodAsync(kind),
                    Customer = Payer(),
                    BillingAddress = Home,
                };
        }
    }

    private async Task<PaymentMethod> NewMethodAsync(PaymentMethodKind kind) =>
        kind switch
        {
            PaymentMethodKind.Token => PaymentMethod.Token(await TokenAsync()),
            PaymentMethodKind.BbanBankAccount => new BbanBankAccount
            {
                AccountNumber = new BankAccountNumber(Secret("000860417335")),
                RoutingNumber = "021000021",
                AccountType = BankAccountType.Checking,
            },
            PaymentMethodKind.IbanBankAccount => new IbanBankAccount
            {
                AccountNumber = new BankAccountNumber(Secret("DE89370400440532013000")),
                Bic = "COBADEFFXXX",
            },
            PaymentMethodKind.CustomerChoice => new CustomerChoicePaymentMethod { Methods = ["paypal"] },
            _ => Card,
        };

    private static Customer Payer() => new() { Id = $"cus-{NewId()}", CreateOrUpdate = true };

    private async Task<(Customer Customer, string Instrument)> StoreCardAsync()
    {
        var customer = Payer() with { CreateOrUpdate = false, Address = Home };
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

    private Task<string> TokenAsync() =>
        TokenAsync(
            new RebillyTokenAction
            {
                Url = new Uri(Sandbox.BaseAddress, $"organizations/{AccountOf(HarnessAccount.Main)}/tokens"),
                PublishableKey = "pk_sandbox",
            }
        );

    // Acts as the customer's browser.
    private async Task<string> TokenAsync(RebillyTokenAction action)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, action.Url);
        request.Headers.TryAddWithoutValidation("Authorization", action.PublishableKey);
        request.Content = JsonContent.Create(
            new JsonObject
            {
                ["method"] = "payment-card",
                ["paymentInstrument"] = new JsonObject
                {
                    ["pan"] = Card.Number.Reveal(),
                    ["expMonth"] = Card.ExpiryMonth,
                    ["expYear"] = Card.ExpiryYear,
                    ["cvv"] = Card.SecurityCode!.Reveal(),
                },
            }
        );
        using var response = await _tokens.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return Secret(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!.GetValue<string>());
    }
}

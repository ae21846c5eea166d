using System.Globalization;

namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

public abstract partial class VirtualTerminalHarness
{
    private int _cards;

    public override Task<SaleRequest> NewSaleAsync(Money? amount = null) =>
        Task.FromResult(NewSale(amount, MainAccount));

    public override Task<AuthorizeRequest> NewAuthorizationAsync(Money? amount = null)
    {
        var (customer, method) = StoreCard(MainAccount);
        return Task.FromResult(
            new AuthorizeRequest
            {
                IdempotencyKey = NewKey(),
                OrderReference = NewOrder(),
                Amount = amount ?? Money(12.50m),
                PaymentMethod = method,
                Customer = customer,
            }
        );
    }

    public override Task<CreditRequest> NewCreditAsync(Money? amount = null)
    {
        var (customer, method) = StoreCard(MainAccount);
        return Task.FromResult(
            new CreditRequest
            {
                IdempotencyKey = NewKey(),
                OrderReference = NewOrder(),
                Amount = amount ?? Money(12.50m),
                PaymentMethod = method,
                Customer = customer,
            }
        );
    }

    // Stored cards are all that the gateway claims.
    public override Task<SaleRequest> NewSaleAsync(PaymentMethodKind kind) => NewSaleAsync();

    public override SaleRequest? Declining(SaleRequest request, string code) =>
        TextOf(code) is { } text ? request with { Description = $"[sandbox decline=\"{text}\"]" } : null;

    public override SaleRequest Declining(SaleRequest request) => Declining(request, "05")!;

    // The API has no codes. These texts are those that the adapter reads a code out of.
    private static string? TextOf(string code) =>
        code switch
        {
            "05" => "DECLINE",
            "14" => "Invalid Credit Card Number",
            "41" => "Lost card",
            "51" => "Insufficient funds",
            "54" => "Expired card",
            "N7" => "CVV REJECTED",
            "R1" => "Declined - Stop all recurring payments",
            _ => null,
        };

    private SaleRequest NewSale(Money? amount, string account)
    {
        var (customer, method) = StoreCard(account);
        return new SaleRequest
        {
            IdempotencyKey = NewKey(),
            OrderReference = NewOrder(),
            Amount = amount ?? Money(12.50m),
            PaymentMethod = method,
            Customer = customer,
        };
    }

    // Each has digits of its own, so that no charge looks like an earlier one.
    private (Customer Customer, PaymentMethod Method) StoreCard(string account)
    {
        var digits = Interlocked.Increment(ref _cards).ToString("D4", CultureInfo.InvariantCulture);
        var customer = Sandbox.AddCustomer($"Customer {digits}", mid: account);
        var method = Sandbox.AddPaymentMethod(customer, cardLast4: digits, mid: account);
        return (
            new Customer { Id = customer.ToString(CultureInfo.InvariantCulture) },
            PaymentMethod.Stored(method.ToString(CultureInfo.InvariantCulture))
        );
    }
}

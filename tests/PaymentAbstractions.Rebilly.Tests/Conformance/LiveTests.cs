namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>Tests at Rebilly's own sandbox, with its documented test cards.</summary>
public sealed class LiveTests : LiveSuite<RebillyProvider>
{
    protected override SaleRequest NewSale() => SaleBy("4111111111111111");

    protected override SaleRequest? NewDeclinedSale() => SaleBy("4000000000000002");

    private static SaleRequest SaleBy(string number)
    {
        var id = Guid.NewGuid().ToString("N");
        return new SaleRequest
        {
            IdempotencyKey = new IdempotencyKey($"live-{id}"),
            OrderReference = new OrderReference($"live-{id}"),
            Amount = Money.Usd(1.05m),
            Customer = new Customer { Id = $"live-{id}", CreateOrUpdate = true },
            PaymentMethod = new PaymentCard
            {
                Number = new CardNumber(number),
                ExpiryMonth = 12,
                ExpiryYear = 2049,
                SecurityCode = new SecurityCode("123"),
            },
            BillingAddress = Some.Address,
        };
    }
}

using PaymentAbstractions;

// The smallest application that takes a payment, for tests that replace its gateways.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPayments(builder.Configuration.GetSection("Payments"));
var app = builder.Build();
app.MapPost(
    "/orders/{number}/pay",
    async (string number, CardInput card, IPaymentGateway gateway, CancellationToken cancellationToken) =>
    {
        var result = await gateway.SaleAsync(
            new SaleRequest
            {
                IdempotencyKey = new IdempotencyKey($"order-{number}-attempt-1"),
                OrderReference = new OrderReference(number),
                Amount = Money.Usd(49.90m),
                PaymentMethod = PaymentMethod.Token(card.Token),
            },
            cancellationToken
        );
        return ShopperMessage.Of(result);
    }
);
await app.RunAsync();

internal sealed record CardInput(string Token);

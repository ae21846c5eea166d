using PaymentAbstractions;
using WebShop.Checkout;
using WebShop.Orders;

var builder = WebApplication.CreateBuilder(args);

// The keys come from user secrets or the environment: Payments__Gateways__cards__ApiKey.
builder.Services.AddPayments(builder.Configuration.GetSection("Payments"));
builder.Services.AddSingleton<OrderBook>();
builder.Services.AddScoped<CheckoutService>();
builder.Services.AddSingleton<IPaymentResolutionHandler, OrderCloser>();
var app = builder.Build();

// Catalog and cart are left out: this shop has one order.
app.Services.GetRequiredService<OrderBook>().Save(new Order("1001", Money.Usd(49.90m)));
app.MapPost(
    "/orders/{number}/pay",
    (string number, CardInput card, CheckoutService checkout, CancellationToken cancellationToken) =>
        checkout.PayAsync(number, card.Token, cancellationToken)
);
app.MapGet(
    "/orders/{number}/payment",
    (string number, CheckoutService checkout, CancellationToken cancellationToken) =>
        checkout.LookUpAsync(number, cancellationToken)
);
app.MapPost(
    "/orders/{number}/cancel",
    (string number, CheckoutService checkout, CancellationToken cancellationToken) =>
        checkout.CancelAsync(number, cancellationToken)
);
await app.RunAsync();

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Allocations;

/// <summary>
/// A shop with one gateway over <see cref="InMemoryRebilly"/>. Every order has its own number, customer and key, and every call is checked to
/// have done what it is measured for.
/// </summary>
internal sealed class Shop : IAsyncDisposable
{
    private static readonly Uri ReturnUrl = new("https://shop.example/thanks");
    private static readonly Address BillingAddress = new()
    {
        FirstName = "Ada",
        LastName = "Example",
        Line1 = "17 Long Orchard Road",
        City = "Springfield",
        Region = "IL",
        PostalCode = "62701",
        Country = "US",
        Phone = "555 0100",
        Email = "ada@shop.example",
    };

    private static readonly ShopperContext Shopper = new()
    {
        IpAddress = "203.0.113.17",
        DeviceFingerprint = "3f1c9a6de27b4f58",
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("allocations-");
    private readonly InMemoryRebilly _provider = new();
    private readonly ServiceProvider _services;
    private readonly IPaymentGateway _gateway;
    private readonly CancellationToken _caller;
    private int _lastOrder;

    public Shop(JournalKind journal, CancellationToken caller)
    {
        _caller = caller;
        var services = new ServiceCollection();
        var payments = services
            .AddPayments()
            .AddRebilly(
                "cards",
                options =>
                {
                    options.Environment = GatewayEnvironment.Sandbox;
                    options.OrganizationId = "org_1";
                    options.WebsiteId = "web_1";
                    options.ApiKey = new ApiKey("sk_allocations");
                }
            );
        _ =
            journal == JournalKind.InMemory
                ? payments.UseInMemoryJournal()
                : payments.UseSqliteJournal(Path.Combine(_folder.FullName, "payments.db"));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddHttpClient(PaymentTransport.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => _provider);
        _services = services.BuildServiceProvider();
        _gateway = _services.GetRequiredService<IPaymentGateway>();
    }

    /// <summary>The clock of the shop.</summary>
    public CountingClock Clock { get; } = new();

    public Task<IReadOnlyList<SaleRequest>> NewSalesAsync(int count) =>
        Task.FromResult<IReadOnlyList<SaleRequest>>([.. NextOrders(count).Select(NewSale)]);

    public Task<IReadOnlyList<AuthorizeRequest>> NewAuthorizationsAsync(int count) =>
        Task.FromResult<IReadOnlyList<AuthorizeRequest>>([.. NextOrders(count).Select(NewAuthorization)]);

    /// <summary>Authorizes, to capture later.</summary>
    public async Task<IReadOnlyList<CaptureRequest>> NewCapturesAsync(int count)
    {
        var captures = new List<CaptureRequest>(count);
        foreach (var authorization in await NewAuthorizationsAsync(count))
        {
            captures.Add(
                new CaptureRequest
                {
                    IdempotencyKey = new IdempotencyKey($"{authorization.OrderReference}-capture-1"),
                    Authorization = (await AuthorizeAsync(authorization)).Transaction!,
                    Amount = authorization.Amount,
                }
            );
        }

        return captures;
    }

    /// <summary>Sells, to look up later.</summary>
    public async Task<IReadOnlyList<FindRequest>> NewLookupsAsync(int count)
    {
        var lookups = new List<FindRequest>(count);
        foreach (var sale in await NewSalesAsync(count))
        {
            lookups.Add(FindRequest.For((await SellAsync(sale)).Transaction!));
        }

        return lookups;
    }

    public async Task<PaymentResult> SellAsync(SaleRequest request)
    {
        _provider.Declines = false;
        return Checked(await _gateway.SaleAsync(request, _caller), PaymentOutcome.Approved);
    }

    public async Task<PaymentResult> BeDeclinedAsync(SaleRequest request)
    {
        _provider.Declines = true;
        return Checked(await _gateway.SaleAsync(request, _caller), PaymentOutcome.Declined);
    }

    public async Task<PaymentResult> AuthorizeAsync(AuthorizeRequest request) =>
        Checked(await _gateway.AuthorizeAsync(request, _caller), PaymentOutcome.Approved);

    public async Task<PaymentResult> CaptureAsync(CaptureRequest request) =>
        Checked(await _gateway.CaptureAsync(request, _caller), PaymentOutcome.Approved);

    public async Task<FindResult> FindAsync(FindRequest request)
    {
        var found = await _gateway.FindAsync(request, _caller);
        return found.State?.Outcome == PaymentOutcome.Approved
            ? found
            : throw new InvalidOperationException($"The sale was not found as approved: {found}");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _provider.Dispose();
        _folder.Delete(recursive: true);
    }

    private static PaymentResult Checked(PaymentResult result, PaymentOutcome expected) =>
        result.Outcome == expected && result.Transaction is not null
            ? result
            : throw new InvalidOperationException($"{expected} was expected: {result}");

    private IEnumerable<string> NextOrders(int count) =>
        Enumerable
            .Range(0, count)
            .Select(_ => (++_lastOrder).ToString($"D{InMemoryRebilly.NumberLength}", CultureInfo.InvariantCulture));

    private static SaleRequest NewSale(string order) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey($"{order}-attempt-1"),
            OrderReference = new OrderReference(order),
            Amount = InMemoryRebilly.Amount,
            PaymentMethod = PaymentMethod.Token("tok_01JC7Q8JW2X4Z6B8D0F2H4K6M8"),
            Customer = new Customer { Id = InMemoryRebilly.CustomerPrefix + order },
            Description = $"Order {order}",
            BillingAddress = BillingAddress,
            ReturnUrl = ReturnUrl,
            Metadata = [new("orderChannel", "web"), new("campaign", "autumn-sale")],
            Shopper = Shopper,
        };

    private static AuthorizeRequest NewAuthorization(string order)
    {
        var sale = NewSale(order);
        return new AuthorizeRequest
        {
            IdempotencyKey = sale.IdempotencyKey,
            OrderReference = sale.OrderReference,
            Amount = sale.Amount,
            PaymentMethod = sale.PaymentMethod,
            Customer = sale.Customer,
            Description = sale.Description,
            BillingAddress = sale.BillingAddress,
            ReturnUrl = sale.ReturnUrl,
            Metadata = sale.Metadata,
            Shopper = sale.Shopper,
        };
    }
}

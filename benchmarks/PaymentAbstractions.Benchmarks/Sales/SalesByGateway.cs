using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly;

namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>This library: AddPayments from configuration, the Rebilly provider, IPaymentGateway.</summary>
internal sealed class SalesByGateway : ISales
{
    private const string Gateway = "cards";

    private readonly ServiceProvider _services;
    private readonly IPaymentGateway _gateway;
    private AccountFingerprint _account;

    /// <summary>Sends over a handler.</summary>
    /// <param name="address">Where the provider listens.</param>
    /// <param name="handler">The handler; the library's own when missing.</param>
    /// <param name="journal">The folder of the SQLite journal; a journal in memory when missing.</param>
    public SalesByGateway(Uri address, HttpMessageHandler? handler = null, string? journal = null)
    {
        _services = CreateServices(address, handler, journal);
        _gateway = _services.GetRequiredService<IPaymentGateway>();
    }

    /// <summary>The services of a shop, with the first gateway as the default.</summary>
    /// <param name="address">Where the provider listens.</param>
    /// <param name="handler">The handler; the library's own when missing.</param>
    /// <param name="journal">The folder of the SQLite journal; a journal in memory when missing.</param>
    /// <param name="gateways">The names of the gateways; <c>cards</c> and <c>cards_us</c> when missing.</param>
    /// <returns>The services.</returns>
    public static ServiceProvider CreateServices(
        Uri address,
        HttpMessageHandler? handler = null,
        string? journal = null,
        params string[] gateways
    )
    {
        var services = new ServiceCollection();
        services.AddPayments(
            Section(address, gateways is [] ? [Gateway, "cards_us"] : gateways),
            payments =>
            {
                payments.AddProvider<RebillyProvider>();
                _ = journal is null
                    ? payments.UseInMemoryJournal()
                    : payments.UseSqliteJournal(Path.Combine(journal, "payments.db"));
            }
        );
        if (handler is not null)
        {
            services.AddHttpClient(PaymentTransport.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        return services.BuildServiceProvider();
    }

    /// <summary>The configuration of a shop, with the first gateway as the default.</summary>
    /// <param name="address">Where the provider listens.</param>
    /// <param name="gateways">The names of the gateways.</param>
    /// <returns>The section.</returns>
    public static IConfigurationSection Section(Uri address, params string[] gateways)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Payments:Default"] = gateways[0],
            ["Payments:KeyNamespace"] = Order.KeyNamespace,
        };
        foreach (var name in gateways)
        {
            values[$"Payments:Gateways:{name}:Provider"] = "Rebilly";
            values[$"Payments:Gateways:{name}:Environment"] = "Sandbox";
            values[$"Payments:Gateways:{name}:BaseUrl"] = address.AbsoluteUri;
            values[$"Payments:Gateways:{name}:OrganizationId"] = Order.OrganizationId;
            values[$"Payments:Gateways:{name}:WebsiteId"] = Order.WebsiteId;
            values[$"Payments:Gateways:{name}:ApiKey"] = Order.ApiKey;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Payments");
    }

    /// <summary>The order as a request of this library.</summary>
    /// <param name="order">What is paid.</param>
    /// <returns>The request.</returns>
    public static SaleRequest RequestFor(Order order) =>
        new()
        {
            IdempotencyKey = order.Key,
            OrderReference = order.Reference,
            Amount = Money.Usd(order.Amount),
            PaymentMethod = PaymentMethod.Token(order.Token),
            Customer = new Customer { Id = order.CustomerId },
            Description = order.Description,
            BillingAddress = new Address
            {
                FirstName = Order.FirstName,
                LastName = Order.LastName,
                Line1 = Order.Line1,
                City = Order.City,
                Region = Order.Region,
                Country = Order.Country,
                PostalCode = Order.PostalCode,
                Phone = Order.Phone,
                Email = Order.Email,
            },
            ReturnUrl = Order.ReturnUrl,
            Metadata = [new("orderChannel", Order.Channel), new("campaign", Order.Campaign)],
            Shopper = new ShopperContext { IpAddress = Order.IpAddress, DeviceFingerprint = Order.Fingerprint },
        };

    public Task<Tally> SendAsync(Order order, CancellationToken cancellationToken) =>
        SendAsync(_gateway, order, cancellationToken);

    /// <summary>Sends one sale through a gateway and checks what came back.</summary>
    /// <param name="gateway">The gateway.</param>
    /// <param name="order">What is paid.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <returns>What the caller was told.</returns>
    /// <exception cref="InvalidOperationException">The sale was not approved as requested.</exception>
    public static async Task<Tally> SendAsync(
        IPaymentGateway gateway,
        Order order,
        CancellationToken cancellationToken
    ) => Told(await gateway.SaleAsync(RequestFor(order), cancellationToken), order.WireKey);

    /// <summary>Sends one sale that is refunded later.</summary>
    /// <param name="order">What is paid; it keeps the transaction.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <returns>What the caller was told.</returns>
    public async Task<Tally> SaleAsync(Order order, CancellationToken cancellationToken)
    {
        var result = await _gateway.SaleAsync(RequestFor(order), cancellationToken);
        var told = Told(result, order.WireKey);
        order.TransactionId = result.Transaction!.TransactionId;
        _account = result.Transaction.Account;
        return told;
    }

    /// <summary>Refunds a whole order.</summary>
    /// <param name="order">What was paid with <see cref="SaleAsync"/>.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <returns>What the caller was told.</returns>
    public async Task<Tally> RefundAsync(Order order, CancellationToken cancellationToken)
    {
        var request = new RefundRequest
        {
            IdempotencyKey = order.RefundKey,
            Transaction = new TransactionReference(Gateway, _account, order.TransactionId!),
            Amount = Money.Usd(order.Amount),
        };
        return Told(await _gateway.RefundAsync(request, cancellationToken), order.RefundWireKey);
    }

    private static Tally Told(PaymentResult result, string wireKey) =>
        result is { IsApproved: true, ApprovedAmount: { } approved, Transaction: not null }
            ? Tally.Of(approved.Amount, wireKey)
            : throw new InvalidOperationException(
                $"The {result.Operation} was not approved: {result.Outcome}, {result.Message}"
            );

    public void Dispose() => _services.Dispose();
}

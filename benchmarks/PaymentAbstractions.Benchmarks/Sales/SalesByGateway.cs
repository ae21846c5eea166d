using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly;

namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>This library: AddPayments from configuration, the Rebilly provider, IPaymentGateway.</summary>
internal sealed class SalesByGateway : ISales
{
    private readonly ServiceProvider _services;
    private readonly IPaymentGateway _gateway;

    /// <summary>Sends over a handler.</summary>
    /// <param name="address">Where the provider listens.</param>
    /// <param name="handler">The handler; the library's own when missing.</param>
    /// <param name="journal">The folder of the SQLite journal; a journal in memory when missing.</param>
    public SalesByGateway(Uri address, HttpMessageHandler? handler = null, string? journal = null)
    {
        _services = CreateServices(address, handler, journal);
        _gateway = _services.GetRequiredService<IPaymentGateway>();
    }

    /// <summary>The services of a shop with two gateways, cards the default.</summary>
    /// <param name="address">Where the provider listens.</param>
    /// <param name="handler">The handler; the library's own when missing.</param>
    /// <param name="journal">The folder of the SQLite journal; a journal in memory when missing.</param>
    /// <returns>The services.</returns>
    public static ServiceProvider CreateServices(
        Uri address,
        HttpMessageHandler? handler = null,
        string? journal = null
    )
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Payments:Default"] = "cards",
            ["Payments:KeyNamespace"] = Order.KeyNamespace,
        };
        foreach (var name in (string[])["cards", "cards_us"])
        {
            values[$"Payments:Gateways:{name}:Provider"] = "Rebilly";
            values[$"Payments:Gateways:{name}:Environment"] = "Sandbox";
            values[$"Payments:Gateways:{name}:BaseUrl"] = address.AbsoluteUri;
            values[$"Payments:Gateways:{name}:OrganizationId"] = Order.OrganizationId;
            values[$"Payments:Gateways:{name}:WebsiteId"] = Order.WebsiteId;
            values[$"Payments:Gateways:{name}:ApiKey"] = Order.ApiKey;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        services.AddPayments(
            configuration.GetSection("Payments"),
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

    /// <summary>The order as a request of this library.</summary>
    /// <param name="order">What is paid.</param>
    /// <returns>The request.</returns>
    public static SaleRequest RequestFor(Order order) =>
        new()
        {
            IdempotencyKey = order.Key,
            OrderReference = order.Reference,
            Amount = Money.Usd(order.Amount),
            PaymentMethod = PaymentMethod.Token(Order.Token),
            Customer = new Customer { Id = Order.CustomerId },
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

    public async Task<decimal> SendAsync(Order order, CancellationToken cancellationToken)
    {
        var result = await _gateway.SaleAsync(RequestFor(order), cancellationToken);
        return result is { IsApproved: true, ApprovedAmount: { } approved, Transaction: not null }
            ? approved.Amount
            : throw new InvalidOperationException($"The sale was not approved: {result.Outcome}, {result.Message}");
    }

    public void Dispose() => _services.Dispose();
}

using System.Globalization;

namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>What is paid, the same for every way of sending it.</summary>
internal sealed record Order
{
    public const string ApiKey = "sk_benchmarks_0123456789abcdef";
    public const string KeyNamespace = "benchmarks";
    public const string OrganizationId = "org_benchmarks";
    public const string WebsiteId = "web_storefront_eu";
    public const string CustomerId = "cus_004711";
    public const string Token = "tok_01JC7Q8JW2X4Z6B8D0F2H4K6M8";
    public const string Reference = "Order 2026-11-004711";
    public const decimal Amount = 149.90m;
    public const string FirstName = "Ada";
    public const string LastName = "Example";
    public const string Line1 = "17 Long Orchard Road";
    public const string City = "Springfield";
    public const string Region = "IL";
    public const string PostalCode = "62701";
    public const string Country = "US";
    public const string Phone = "555 0100";
    public const string Email = "ada@shop.example";
    public const string IpAddress = "203.0.113.17";
    public const string Fingerprint = "3f1c9a6de27b4f58";
    public const string Channel = "web";
    public const string Campaign = "autumn-sale";

    /// <summary>Where the customer comes back.</summary>
    public static readonly Uri ReturnUrl = new("https://shop.example/orders/2026-11-004711/thanks");

    /// <summary>A thousand orders that differ in their keys.</summary>
    public static readonly IReadOnlyList<Order> All =
    [
        .. Enumerable
            .Range(1, 1000)
            .Select(number => new Order(string.Create(CultureInfo.InvariantCulture, $"order-{number}-1"))),
    ];

    private Order(string key)
    {
        Key = new IdempotencyKey(key);
        WireKey = Key.ToWireKey(KeyNamespace);
    }

    public IdempotencyKey Key { get; }

    /// <summary>The key as it goes on the wire. Who sends by hand gets it for free.</summary>
    public string WireKey { get; }
}

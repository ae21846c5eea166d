using System.Globalization;

namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>One order with one attempt to pay it. Every measured sale takes a new one, so that no sale is a repeat of another.</summary>
internal sealed class Order
{
    public const string ApiKey = "sk_benchmarks_0123456789abcdef";
    public const string KeyNamespace = "benchmarks";
    public const string OrganizationId = "org_benchmarks";
    public const string WebsiteId = "web_storefront_eu";
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

    private static int _last;

    /// <summary>Makes an order.</summary>
    /// <param name="number">Its number, which no other order has.</param>
    public Order(int number)
    {
        var digits = number.ToString("D14", CultureInfo.InvariantCulture);
        Reference = new OrderReference(digits);
        Description = $"Order {digits}";
        Key = new IdempotencyKey($"order-{digits}-attempt-1");
        WireKey = Key.ToWireKey(KeyNamespace);
        CustomerId = string.Create(CultureInfo.InvariantCulture, $"cus_{number % 1_000_000:D6}");
        Token = $"tok_01JC7Q8JW2X4{digits}";
        RefundKey = new IdempotencyKey($"order-{digits}-refund-1");
        // Two decimals always, so that all bodies have the same length.
        Amount = new decimal(10_000 + (number % 5000), 0, 0, isNegative: false, scale: 2);
    }

    public OrderReference Reference { get; }

    public string Description { get; }

    public IdempotencyKey Key { get; }

    /// <summary>The key as it goes on the wire. Sending by hand gets it for free.</summary>
    public string WireKey { get; }

    /// <summary>Who pays: callers at the same time are different customers, as in a shop.</summary>
    public string CustomerId { get; }

    /// <summary>What is paid with; a provider's page makes a token for one payment.</summary>
    public string Token { get; }

    /// <summary>The key of its refund.</summary>
    public IdempotencyKey RefundKey { get; }

    /// <summary>The key of its refund as it goes on the wire.</summary>
    public string RefundWireKey => field ??= RefundKey.ToWireKey(KeyNamespace);

    /// <summary>The provider's id of the sale, when the order was paid in order to be refunded.</summary>
    public string? TransactionId { get; set; }

    /// <summary>The amount, in US dollars.</summary>
    public decimal Amount { get; }

    /// <summary>Makes an order that no other sale of this process has.</summary>
    /// <returns>The order.</returns>
    public static Order Next() => new(Interlocked.Increment(ref _last));

    /// <summary>Makes several orders, ahead of a measurement.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The orders.</returns>
    public static Order[] Next(int count)
    {
        var orders = new Order[count];
        for (var i = 0; i < count; i++)
        {
            orders[i] = Next();
        }

        return orders;
    }
}

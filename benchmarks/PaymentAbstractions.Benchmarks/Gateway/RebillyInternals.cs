using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Benchmarks.Sales;
using PaymentAbstractions.Rebilly;

namespace PaymentAbstractions.Benchmarks.Gateway;

/// <summary>The options that the adapter's parts work with.</summary>
internal static class RebillyInternals
{
    public static RebillyOptions Options() =>
        new()
        {
            OrganizationId = Order.OrganizationId,
            WebsiteId = Order.WebsiteId,
            ApiKey = new ApiKey(Order.ApiKey),
        };

    public static GatewayContext Context() =>
        new()
        {
            Name = "cards",
            KeyNamespace = Order.KeyNamespace,
            TimeProvider = TimeProvider.System,
            Services = new ServiceCollection().BuildServiceProvider(),
        };

    public static TransactionReference? Reference(string? id) =>
        id is null
            ? null
            : new TransactionReference("cards", AccountFingerprint.Of("Rebilly", "host", Order.OrganizationId), id);
}

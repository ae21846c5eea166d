using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Cold;

/// <summary>The new process: one sale, and the time at which it was finished.</summary>
internal static class ColdSale
{
    /// <summary>The argument that starts it. The way, the number of the order and the provider's address follow.</summary>
    public const string Command = "sell-once";

    public static async Task RunAsync(string way, string number, string address)
    {
        var order = int.Parse(number, CultureInfo.InvariantCulture);
        var paid = way switch
        {
            nameof(ColdWay.ByHand) => await ByHandAsync(order, new Uri(address)),
            nameof(ColdWay.InCode) => await InCodeAsync(order, new Uri(address)),
            nameof(ColdWay.Scanned) => await ScannedAsync(order, new Uri(address)),
            _ => default,
        };
        // The clock has the same zero in every process of a machine.
        var finished = Stopwatch.GetTimestamp();
        var cpu = Environment.CpuUsage.TotalTime.Ticks;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{finished} {cpu} {paid}"));
    }

    // Separate methods, so that a way loads only what it needs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<Tally> ByHandAsync(int order, Uri address)
    {
        using var sales = new SalesByHand(address);
        return await sales.SendAsync(new Order(order), CancellationToken.None);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<Tally> InCodeAsync(int order, Uri address)
    {
        var services = new ServiceCollection();
        services
            .AddPayments(static options => options.KeyNamespace = Order.KeyNamespace)
            .AddRebilly(
                "cards",
                options =>
                {
                    options.Environment = GatewayEnvironment.Sandbox;
                    options.BaseUrl = address;
                    options.OrganizationId = Order.OrganizationId;
                    options.WebsiteId = Order.WebsiteId;
                    options.ApiKey = new ApiKey(Order.ApiKey);
                }
            )
            .UseInMemoryJournal();
        return SellAsync(services, order);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<Tally> ScannedAsync(int order, Uri address)
    {
        var services = new ServiceCollection();
        services.AddPayments(SalesByGateway.Section(address, "cards")).UseInMemoryJournal();
        return SellAsync(services, order);
    }

    private static async Task<Tally> SellAsync(ServiceCollection services, int order)
    {
        // Not disposed: the time until the sale is finished is measured, and the process ends at once.
        var gateway = services.BuildServiceProvider().GetRequiredService<IPaymentGateway>();
        return await SalesByGateway.SendAsync(gateway, new Order(order), CancellationToken.None);
    }
}

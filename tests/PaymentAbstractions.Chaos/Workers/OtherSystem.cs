using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Chaos;

/// <summary>
/// Another system of the merchant with its own journal. It makes sales that the checkout has not seen and refunds some of them in
/// part, as a person in the provider's dashboard would.
/// </summary>
internal static class OtherSystem
{
    /// <summary>Makes the sales before the faults begin and writes their references to a file for the workers.</summary>
    public static async Task SellAsync(
        SandboxChild sandbox,
        int seed,
        int orders,
        int customers,
        string file,
        CancellationToken cancellationToken
    )
    {
        await sandbox.StopFaultsAsync();
        await using var services = Services(sandbox);
        var gateways = services.GetRequiredService<IPaymentGateways>();
        var plans = Enumerable
            .Range(0, orders)
            .Select(index => OrderPlan.Of(seed, index, customers))
            .Where(plan => plan.Flow == OrderFlow.RefundOfSaleElsewhere)
            .ToList();
        var sold = new Dictionary<string, TransactionReference>(StringComparer.Ordinal);
        foreach (var plan in plans)
        {
            var request = new OrderRequests(plan).SaleElsewhere();
            var sale = await gateways.Get(plan.SoldAt.Name).SaleAsync(request, cancellationToken);
            if (sale is { IsApproved: true, Transaction: { } transaction })
            {
                sold.Add(plan.Number, transaction);
            }
        }

        await sandbox.SettleAsync();
        foreach (var plan in plans.Where(plan => plan.GivenBackElsewhere > 0 && sold.ContainsKey(plan.Number)))
        {
            var request = new OrderRequests(plan).RefundElsewhere(sold[plan.Number]);
            await gateways.Get(plan.SoldAt.Name).RefundAsync(request, cancellationToken);
        }

        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(sold), cancellationToken);
        await sandbox.StartFaultsAsync();
    }

    public static IReadOnlyDictionary<string, TransactionReference> Read(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, TransactionReference>>(File.ReadAllText(file))!;

    private static ServiceProvider Services(SandboxChild sandbox)
    {
        var arguments = RoleArguments.Of([
            "--rebilly",
            sandbox.Rebilly,
            "--terminal",
            sandbox.Terminal,
            "--shipping",
            "0",
        ]);
        var settings = WorkerConfiguration.Of(arguments);
        foreach (var gateway in ChaosGateway.All)
        {
            settings[$"Payments:Gateways:{gateway.Name}:Deadline"] = "00:00:10";
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddPayments(configuration.GetSection("Payments")).UseInMemoryJournal();
        return services.BuildServiceProvider();
    }
}

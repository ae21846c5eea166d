using Checkout.Shop;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>Starts the sandboxes and the shop, as parts that know nothing of each other but addresses.</summary>
internal static class TourProgram
{
    public static async Task<int> RunAsync()
    {
        var options = new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory };
        var builder = WebApplication.CreateSlimBuilder(options);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var sandboxes = await TourSandboxes.StartAsync(builder.Configuration);

        // The sandboxes' clock is the shop's clock, so that the tour can let days pass.
        builder.Services.AddSingleton<TimeProvider>(sandboxes.Rebilly.Clock);
        // The acts before the crash need nothing that survives the process, so their journal is in memory.
        builder.Services.AddPayments(builder.Configuration.GetSection("Payments")).UseInMemoryJournal();

        var updates = new OrderUpdates();
        builder.Services.AddSingleton<IPaymentResolutionHandler>(updates);
        await using var host = builder.Build();
        host.MapPaymentWebhooks();
        await host.StartAsync();
        sandboxes.SendWebhooksTo(new Uri(host.Urls.Single()));
        var gateways = host.Services.GetRequiredService<IPaymentGateways>();
        var reconciliation = host.Services.GetRequiredService<IPaymentReconciliation>();
        var table = new TourTable(Console.Out);
        table.WriteHeader();
        var stages = sandboxes.Stages(gateways.Default.Name);
        foreach (var stage in stages)
        {
            await new CheckoutTour(gateways, stage, sandboxes, updates, reconciliation, table).RunAsync();
        }

        await new SwitchTour(gateways, stages, builder.Configuration, table).RunAsync();
        await host.StopAsync();
        await new CrashTour(table).RunAsync();

        Console.WriteLine();
        Console.WriteLine(
            table.Complaints == 0
                ? $"{table.Rows} rows, all as they must be; the providers' own records of charges agree."
                : $"{table.Rows} rows, {table.Complaints} not as they must be."
        );
        return table.Complaints == 0 ? 0 : 1;
    }
}

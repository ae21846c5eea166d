using Checkout.Shop;
using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>Starts the sandboxes and the shop, as parts that know nothing of each other but addresses.</summary>
internal static class TourProgram
{
    /// <param name="all">Whether every act is shown, through both gateways, or what shows most.</param>
    public static Task<int> RunAsync(bool all)
    {
        Console.WriteLine(
            "A tour of payments: a shop and two emulated providers on this computer, with no real money."
        );
        return TourScreen.RunAsync("Starting the providers and the shop", screen => RunAsync(all, screen));
    }

    private static async Task<int> RunAsync(bool all, TourScreen screen)
    {
        var options = new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory };
        var builder = WebApplication.CreateSlimBuilder(options);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // The rows show what the library would log: lost answers are a part of the tour.
        builder.Logging.AddFilter("PaymentAbstractions", LogLevel.None);
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
        var table = new TourTable(screen);
        table.WriteHeader();
        var stages = sandboxes.Stages(gateways.Default.Name);
        var acts = stages
            .Select(stage => new CheckoutTour(gateways, stage, sandboxes, updates, reconciliation, table))
            .ToList();
        var switching = new SwitchTour(gateways, stages, builder.Configuration, table);
        if (all)
        {
            await RunAllAsync(acts, switching);
        }
        else
        {
            await RunHighlightsAsync(acts, switching);
        }

        await host.StopAsync();
        await new CrashTour(table).RunAsync(all ? CrashTour.Gateways : [stages[0].Gateway]);
        return Conclude(all, screen, table);
    }

    private static async Task RunAllAsync(List<CheckoutTour> acts, SwitchTour switching)
    {
        foreach (var act in acts)
        {
            await act.RunAsync();
        }

        await switching.RunAsync();
    }

    private static async Task RunHighlightsAsync(List<CheckoutTour> acts, SwitchTour switching)
    {
        await acts[0].RunHighlightsAsync();
        await acts[1].PrepareAsync();
        await switching.SwitchAsync();
    }

    private static int Conclude(bool all, TourScreen screen, TourTable table)
    {
        screen.WriteLine();
        screen.WriteLine(
            table.Complaints == 0
                ? $"{table.Rows} rows, all as they must be; the providers' own records of charges agree."
                : $"{table.Rows} rows, {table.Complaints} not as they must be."
        );
        if (!all)
        {
            screen.WriteLine(
                "More of them, through both providers: dotnet run --project samples/Checkout -- tour --all"
            );
        }

        return table.Complaints == 0 ? 0 : 1;
    }
}

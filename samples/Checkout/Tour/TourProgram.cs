using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentAbstractions;
using PaymentAbstractions.Sandbox;

namespace Checkout.Tour;

/// <summary>Starts the sandbox and the shop, as two parts that know nothing of each other but an address.</summary>
internal static class TourProgram
{
    public static async Task<int> RunAsync()
    {
        var settings = new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory };
        var builder = Host.CreateApplicationBuilder(settings);
        await using var sandbox = await StartSandboxAsync(builder.Configuration);

        // The sandbox's clock is the shop's clock, so that the tour can let days pass.
        builder.Services.AddSingleton<TimeProvider>(sandbox.Clock);
        builder.Services.AddPayments(builder.Configuration.GetSection("Payments"));

        using var host = builder.Build();
        await host.StartAsync();
        var gateways = host.Services.GetRequiredService<IPaymentGateways>();
        var table = new TourTable(Console.Out);
        var tour = new CheckoutTour(gateways, sandbox, table);
        await tour.RunAsync();
        await host.StopAsync();

        Console.WriteLine();
        Console.WriteLine(
            table.Complaints == 0
                ? $"{table.Rows} rows, all as they must be."
                : $"{table.Rows} rows, {table.Complaints} not as they must be."
        );
        return table.Complaints == 0 ? 0 : 1;
    }

    private static Task<RebillySandbox> StartSandboxAsync(ConfigurationManager configuration)
    {
        var address = configuration.GetValue<Uri>("Payments:Gateways:cards_eu:BaseUrl")!;
        var options = new RebillySandboxOptions { Port = address.Port };
        options.Accounts.Clear();
        foreach (var name in (string[])["cards_eu", "cards_us"])
        {
            var gateway = configuration.GetSection("Payments:Gateways").GetSection(name);
            options.Accounts.Add(
                new RebillySandboxAccount
                {
                    OrganizationId = gateway["OrganizationId"]!,
                    WebsiteId = gateway["WebsiteId"]!,
                    ApiKey = gateway["ApiKey"]!,
                }
            );
        }

        return RebillySandbox.StartAsync(options);
    }
}

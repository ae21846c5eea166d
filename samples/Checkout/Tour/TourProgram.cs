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
                ? $"{table.Rows} rows, all as they must be; the provider's own record of charges agrees."
                : $"{table.Rows} rows, {table.Complaints} not as they must be."
        );
        return table.Complaints == 0 ? 0 : 1;
    }

    /// <summary>Listens where appsettings.json says; if that port is taken, on a free one that the gateways are told of.</summary>
    private static async Task<RebillySandbox> StartSandboxAsync(ConfigurationManager configuration)
    {
        var gateways = configuration.GetSection("Payments:Gateways");
        var address = gateways.GetValue<Uri>("cards_eu:BaseUrl")!;
        try
        {
            return await RebillySandbox.StartAsync(SandboxOptions(gateways, address.Port));
        }
        catch (IOException)
        {
            var sandbox = await RebillySandbox.StartAsync(SandboxOptions(gateways, port: 0));
            configuration.AddInMemoryCollection(
                gateways
                    .GetChildren()
                    .Where(gateway => gateway.GetValue<Uri>("BaseUrl") == address)
                    .Select(gateway =>
                        KeyValuePair.Create($"{gateway.Path}:BaseUrl", (string?)$"{sandbox.BaseAddress}")
                    )
                    .ToList()
            );
            return sandbox;
        }
    }

    private static RebillySandboxOptions SandboxOptions(IConfigurationSection gateways, int port)
    {
        var options = new RebillySandboxOptions { Port = port };
        options.Accounts.Clear();
        foreach (var gateway in (string[])["cards_eu", "cards_us"])
        {
            options.Accounts.Add(
                new RebillySandboxAccount
                {
                    OrganizationId = gateways[$"{gateway}:OrganizationId"]!,
                    WebsiteId = gateways[$"{gateway}:WebsiteId"]!,
                    ApiKey = gateways[$"{gateway}:ApiKey"]!,
                }
            );
        }

        return options;
    }
}

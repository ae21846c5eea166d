using Checkout.Demonstration;
using Checkout.HostedEntry;
using Checkout.Pages;
using Checkout.Payments;
using Microsoft.AspNetCore.DataProtection;

namespace Checkout.Storefront;

/// <summary>The shop's process.</summary>
internal static class ShopProgram
{
    /// <summary>The argument that makes this program the shop.</summary>
    public const string Role = "shop";

    /// <summary>
    /// The shop's configuration. The gateways in it are real configuration; only their addresses are those of emulators.
    /// </summary>
    public const string SettingsFile = "shop.json";

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddJsonFile(SettingsFile, optional: false);
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddCommandLine(args);
        var options = builder.Configuration.GetSection("Shop").Get<ShopOptions>() ?? new ShopOptions();
        Directory.CreateDirectory(options.Data);
        // The operator's switch, last so that it wins.
        builder.Configuration.AddJsonFile(
            Path.GetFullPath(Path.Combine(options.Data, GatewaySwitch.FileName)),
            optional: true,
            reloadOnChange: true
        );
        AddServices(builder, options);
        await using var app = builder.Build();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.UseSecurityHeaders();
        app.UseStaticFiles();
        app.UseRouting();
        app.MapRazorPages();
        app.MapHealthChecks("/health");
        app.MapOrderPayments(order => $"/orders/{order.Number}");
        StopWithParent(app);
        await app.StartAsync();
        Console.WriteLine($"The shop is open: {options.Url}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static void AddServices(WebApplicationBuilder builder, ShopOptions options)
    {
        builder.WebHost.UseUrls(options.Url.GetLeftPart(UriPartial.Authority));
        var services = builder.Services;
        services
            .AddPayments(builder.Configuration.GetSection("Payments"))
            .UseSqliteJournal(Path.Combine(options.Data, "payments.db"));
        services.AddOrderPayments();
        services.AddHealthChecks().AddPayments();
        services.AddSingleton(options);
        services.AddSingleton(new PaymentAddresses(options.Url));
        services.AddSingleton(new ShopDatabase(options.Data));
        services.AddSingleton<OrderStore>();
        services.AddSingleton<IOrderStore>(provider => provider.GetRequiredService<OrderStore>());
        services.AddSingleton<CartStore>();
        services.AddSingleton<OrderPlacement>();
        services.AddSingleton<StoredCards>();
        services.AddSingleton<KeptCards>();
        services.AddSingleton<PaymentFlow>();
        services.AddSingleton(
            new ProviderConsole(new HttpClient { BaseAddress = options.Console, Timeout = TimeSpan.FromSeconds(5) })
        );
        services.AddSingleton<ProcessKiller>();
        services.AddSingleton<GatewaySwitch>();
        // A page that was open when the process died can still be sent.
        services
            .AddDataProtection()
            .SetApplicationName("Checkout")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Data, "keys")));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "antiforgery");
        services.AddRazorPages();
        builder.AddTelemetry(options);
    }

    // The watcher holds the other end of the input; when it closes, nothing else can stop the shop.
    private static void StopWithParent(WebApplication app)
    {
        if (!Console.IsInputRedirected || app.Configuration["Shop:Console"] is null)
        {
            return;
        }

        _ = Task.Run(async () =>
        {
            await Console.In.ReadToEndAsync();
            app.Lifetime.StopApplication();
        });
    }
}

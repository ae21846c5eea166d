using Checkout.Storefront;
using PaymentAbstractions.Sandbox;

namespace Checkout.Watcher;

/// <summary>Both providers, emulated, and the console that shows what really happened at them.</summary>
internal sealed class Emulators : IAsyncDisposable
{
    private const int RebillyPort = 18480;
    private const int TerminalPort = 18481;
    private const int ConsolePort = 18482;

    // Ids count on from where an earlier run can have come to, because orders and journal remember those of earlier runs.
    private const int MaxIdsPerSecond = 100;
    private static readonly DateTimeOffset FirstRun = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // The virtual terminal refunds a part of a sale only after settlement. A visitor does not wait for a night.
    private static readonly TimeSpan TerminalSettlesAfter = TimeSpan.FromSeconds(30);

    private Emulators(
        RebillySandbox rebilly,
        VirtualTerminalSandbox terminal,
        SandboxConsole console,
        DateTimeOffset startedAt
    )
    {
        (Rebilly, Terminal, Console, StartedAt) = (rebilly, terminal, console, startedAt);
    }

    public RebillySandbox Rebilly { get; }

    public VirtualTerminalSandbox Terminal { get; }

    public SandboxConsole Console { get; }

    public DateTimeOffset StartedAt { get; }

    public static async Task<Emulators> StartAsync(Uri shop, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var given = (long)(now - FirstRun).TotalSeconds * MaxIdsPerSecond;
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, ShopProgram.SettingsFile))
            .Build()
            .GetSection("Payments:Gateways");
        var rebilly = await OnFreePortAsync(
            RebillyPort,
            port => RebillySandbox.StartAsync(RebillyOptions(settings, shop, port, given), cancellationToken)
        );
        var terminal = await OnFreePortAsync(
            TerminalPort,
            port => VirtualTerminalSandbox.StartAsync(TerminalOptions(settings, port, given), cancellationToken)
        );
        var console = await OnFreePortAsync(
            ConsolePort,
            port =>
                SandboxConsole.StartAsync(
                    new SandboxConsoleOptions
                    {
                        Port = port,
                        Rebilly = rebilly,
                        VirtualTerminal = terminal,
                    },
                    cancellationToken
                )
        );
        return new Emulators(rebilly, terminal, console, now);
    }

    public async ValueTask DisposeAsync()
    {
        await Console.DisposeAsync();
        await Rebilly.DisposeAsync();
        await Terminal.DisposeAsync();
    }

    private static async Task<T> OnFreePortAsync<T>(int port, Func<int, Task<T>> start)
    {
        try
        {
            return await start(port);
        }
        catch (IOException)
        {
            return await start(0);
        }
    }

    private static RebillySandboxOptions RebillyOptions(IConfigurationSection gateways, Uri shop, int port, long given)
    {
        var gateway = gateways.GetSection("rebilly");
        var options = new RebillySandboxOptions { Port = port, IdsGivenBefore = given };
        options.Accounts.Clear();
        options.Accounts.Add(
            new RebillySandboxAccount
            {
                OrganizationId = gateway["OrganizationId"]!,
                WebsiteId = gateway["WebsiteId"]!,
                ApiKey = gateway["ApiKey"]!,
                PublishableKey = gateway["PublishableKey"]!,
            }
        );
        options.Webhooks.Add(
            new RebillySandboxWebhook
            {
                Address = new Uri(shop, "payments/webhooks/rebilly"),
                OrganizationId = gateway["OrganizationId"],
                Authentication = RebillySandboxWebhookAuthentication.Basic,
                UserName = gateway["Webhooks:UserName"],
                Password = gateway["Webhooks:Password"],
            }
        );
        return options;
    }

    private static VirtualTerminalSandboxOptions TerminalOptions(IConfigurationSection gateways, int port, long given)
    {
        var gateway = gateways.GetSection("terminal");
        var options = new VirtualTerminalSandboxOptions
        {
            Port = port,
            IdsGivenBefore = given,
            SettleAfter = TerminalSettlesAfter,
        };
        options.Accounts.Clear();
        options.Accounts.Add(
            new VirtualTerminalSandboxAccount { ApiKey = gateway["ApiKey"]!, Mid = gateway["MerchantId"]! }
        );
        // Level III needs the shop's products in the provider's catalog.
        options.Products.Clear();
        foreach (var product in Catalog.Products)
        {
            options.Products.Add(new() { Code = product.Code, Price = product.Price });
        }

        return options;
    }
}

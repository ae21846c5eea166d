using PaymentAbstractions.Sandbox;

namespace Checkout.Tour;

/// <summary>Both providers, emulated where appsettings.json says; on a free port if that one is taken.</summary>
internal sealed class TourSandboxes : IAsyncDisposable
{
    private readonly IConfigurationSection _gateways;

    private TourSandboxes(IConfigurationSection gateways, RebillySandbox rebilly, VirtualTerminalSandbox terminal)
    {
        (_gateways, Rebilly, Terminal) = (gateways, rebilly, terminal);
    }

    public RebillySandbox Rebilly { get; }

    public VirtualTerminalSandbox Terminal { get; }

    public static async Task<TourSandboxes> StartAsync(ConfigurationManager configuration)
    {
        var gateways = configuration.GetSection("Payments:Gateways");
        var rebilly = await StartAsync(
            configuration,
            "cards_eu",
            port => RebillySandbox.StartAsync(RebillyOptions(gateways, port)),
            sandbox => sandbox.BaseAddress
        );
        var terminal = await StartAsync(
            configuration,
            "b2b_us",
            port => VirtualTerminalSandbox.StartAsync(TerminalOptions(gateways, port)),
            sandbox => sandbox.BaseAddress
        );
        return new TourSandboxes(gateways, rebilly, terminal);
    }

    /// <summary>The stage of the default gateway first, then the other provider's.</summary>
    public IReadOnlyList<TourStage> Stages(string defaultGateway)
    {
        var rebilly = new RebillyStage(Rebilly)
        {
            Gateway = defaultGateway == "cards_us" ? "cards_us" : "cards_eu",
            WrongKeyGateway = "wrong_key",
            UnreachableGateway = "unreachable",
        };
        var terminal = new VirtualTerminalStage(Terminal)
        {
            Gateway = "b2b_us",
            WrongKeyGateway = "b2b_wrong_key",
            UnreachableGateway = "b2b_unreachable",
        };
        return defaultGateway == terminal.Gateway ? [terminal, rebilly] : [rebilly, terminal];
    }

    /// <summary>Rebilly sends webhooks to the shop, as its accounts are configured to.</summary>
    public void SendWebhooksTo(Uri shop)
    {
        foreach (var gateway in (string[])["cards_eu", "cards_us"])
        {
            var webhooks = _gateways.GetSection($"{gateway}:Webhooks");
            Rebilly.Webhooks.Add(
                new RebillySandboxWebhook
                {
                    Address = new Uri(shop, $"payments/webhooks/{gateway}"),
                    OrganizationId = _gateways[$"{gateway}:OrganizationId"],
                    Authentication = RebillySandboxWebhookAuthentication.Basic,
                    UserName = webhooks["UserName"],
                    Password = webhooks["Password"],
                }
            );
        }
    }

    /// <summary>Refunds a sale as in the provider's dashboard.</summary>
    public async Task RefundInDashboardAsync(string gateway, string transactionId, decimal amount)
    {
        using var dashboard = new HttpClient { BaseAddress = Rebilly.BaseAddress };
        dashboard.DefaultRequestHeaders.Add("REB-APIKEY", _gateways[$"{gateway}:ApiKey"]);
        var path = $"organizations/{_gateways[$"{gateway}:OrganizationId"]}/transactions/{transactionId}/refund";
        using var answer = await dashboard.PostAsJsonAsync(path, new { amount });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Advances the clock of all parts.</summary>
    public void Advance(TimeSpan by)
    {
        Rebilly.Clock.Advance(by);
        Terminal.Clock.Advance(by);
    }

    public async ValueTask DisposeAsync()
    {
        await Rebilly.DisposeAsync();
        await Terminal.DisposeAsync();
    }

    private static async Task<T> StartAsync<T>(
        ConfigurationManager configuration,
        string gateway,
        Func<int, Task<T>> start,
        Func<T, Uri> addressOf
    )
    {
        var gateways = configuration.GetSection("Payments:Gateways");
        var address = gateways.GetValue<Uri>($"{gateway}:BaseUrl")!;
        try
        {
            return await start(address.Port);
        }
        catch (IOException)
        {
            var sandbox = await start(0);
            configuration.AddInMemoryCollection(
                gateways
                    .GetChildren()
                    .Where(other => other.GetValue<Uri>("BaseUrl") == address)
                    .Select(other => KeyValuePair.Create($"{other.Path}:BaseUrl", (string?)$"{addressOf(sandbox)}"))
                    .ToList()
            );
            return sandbox;
        }
    }

    private static RebillySandboxOptions RebillyOptions(IConfigurationSection gateways, int port)
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

    private static VirtualTerminalSandboxOptions TerminalOptions(IConfigurationSection gateways, int port)
    {
        var options = new VirtualTerminalSandboxOptions { Port = port };
        options.Accounts.Clear();
        options.Accounts.Add(
            new VirtualTerminalSandboxAccount
            {
                ApiKey = gateways["b2b_us:ApiKey"]!,
                Mid = gateways["b2b_us:MerchantId"]!,
            }
        );
        return options;
    }
}

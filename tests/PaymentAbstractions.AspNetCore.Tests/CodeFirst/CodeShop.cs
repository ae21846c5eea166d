using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Rebilly;
using PaymentAbstractions.Sandbox;
using PaymentAbstractions.VirtualTerminal;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>Both providers, declared in code, with their emulators and a SQLite journal.</summary>
internal sealed class CodeShop : IAsyncDisposable
{
    public const string Rebilly = "cards-eu";
    public const string Terminal = "b2b-us";

    private readonly string _folder = Directory.CreateTempSubdirectory("payments-").FullName;

    private CodeShop(RebillySandbox rebilly, VirtualTerminalSandbox terminal)
    {
        (RebillySandbox, TerminalSandbox) = (rebilly, terminal);
    }

    public RebillySandbox RebillySandbox { get; }

    public VirtualTerminalSandbox TerminalSandbox { get; }

    public string JournalPath => Path.Combine(_folder, "payments.db");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<CodeShop> StartAsync() =>
        new(
            await RebillySandbox.StartAsync(new RebillySandboxOptions(), Token),
            await VirtualTerminalSandbox.StartAsync(new VirtualTerminalSandboxOptions(), Token)
        );

    /// <summary>Starts a new process on the same journal.</summary>
    public ServiceProvider Open(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services
            .AddPayments(options => options.Default = Rebilly)
            .AddRebilly(Rebilly, Set)
            .AddVirtualTerminal(Terminal, Set)
            .UseSqliteJournal(JournalPath);
        configure?.Invoke(services);
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
    }

    public void Set(RebillyOptions options)
    {
        options.Environment = GatewayEnvironment.Sandbox;
        options.BaseUrl = RebillySandbox.BaseAddress;
        options.OrganizationId = "org_sandbox";
        options.WebsiteId = "web_sandbox";
        options.ApiKey = new ApiKey("sk_sandbox");
    }

    public void Set(VirtualTerminalOptions options)
    {
        options.Environment = GatewayEnvironment.Sandbox;
        options.BaseUrl = TerminalSandbox.BaseAddress;
        options.MerchantId = "mid_sandbox";
        options.ApiKey = new ApiKey("vt_sandbox_key");
    }

    public static SaleRequest Sale(string gateway, string key = "1")
    {
        var sale = new SaleRequest
        {
            IdempotencyKey = new IdempotencyKey($"{gateway}-{key}"),
            Amount = Money.Usd(25m),
            OrderReference = new OrderReference($"{gateway}-{key}"),
            PaymentMethod = PaymentMethod.Stored("9001"),
            Customer = new Customer { Id = "7001" },
        };
        return gateway == Terminal
            ? sale
            : sale with
            {
                PaymentMethod = new PaymentCard
                {
                    Number = new CardNumber("4111111111111111"),
                    ExpiryMonth = 12,
                    ExpiryYear = 2049,
                    SecurityCode = new SecurityCode("123"),
                },
                Customer = new Customer { Id = "cus_1", CreateOrUpdate = true },
                BillingAddress = new Address
                {
                    FirstName = "Ada",
                    LastName = "King",
                    Country = "GB",
                },
            };
    }

    public static Task<PaymentResult> SellAsync(IServiceProvider services, string gateway, string key = "1") =>
        services.GetRequiredService<IPaymentGateways>().Get(gateway).SaleAsync(Sale(gateway, key), Token);

    public async ValueTask DisposeAsync()
    {
        await RebillySandbox.DisposeAsync();
        await TerminalSandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PaymentAbstractions.Rebilly;
using PaymentAbstractions.Sandbox;
using PaymentAbstractions.VirtualTerminal;

namespace PaymentAbstractions.Conventions;

/// <summary>An application with both emulated providers, in which the examples of a page run.</summary>
internal sealed class ExampleHost : IAsyncDisposable
{
    private static readonly AsyncLocal<StringBuilder?> Printed = new();

    private readonly RebillySandbox _rebilly;
    private readonly VirtualTerminalSandbox _terminal;
    private readonly IHost _host;

    private ExampleHost(RebillySandbox rebilly, VirtualTerminalSandbox terminal)
    {
        (_rebilly, _terminal) = (rebilly, terminal);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Settings());
        builder.Services.AddPayments(
            builder.Configuration.GetSection("Payments"),
            payments => payments.AddProvider<RebillyProvider>().AddProvider<VirtualTerminalProvider>()
        );
        _host = builder.Build();
        StartedAt = TimeProvider.System.GetUtcNow();
    }

    public IServiceProvider Services => _host.Services;

    /// <summary>The request of a paid sale; <see cref="Result"/> is its result.</summary>
    public SaleRequest Request { get; } =
        new()
        {
            IdempotencyKey = new IdempotencyKey("order-1042-attempt-1"),
            OrderReference = new OrderReference("order-1042"),
            Amount = Money.Usd(49.90m),
            PaymentMethod = new PaymentCard
            {
                Number = new CardNumber("4111111111111111"),
                ExpiryMonth = 12,
                ExpiryYear = 2099,
                SecurityCode = new SecurityCode("123"),
            },
            Customer = new Customer { Id = "cus_ada", CreateOrUpdate = true },
            BillingAddress = new Address
            {
                FirstName = "Ada",
                LastName = "Example",
                Country = "US",
            },
        };

    public PaymentResult Result { get; private set; } = null!;

    public DateTimeOffset StartedAt { get; }

    public static async Task<ExampleHost> StartAsync(CancellationToken cancellationToken)
    {
        var host = new ExampleHost(
            await RebillySandbox.StartAsync(cancellationToken: cancellationToken),
            await VirtualTerminalSandbox.StartAsync(cancellationToken: cancellationToken)
        );
        await host._host.StartAsync(cancellationToken);
        host.Result = await host
            .Services.GetRequiredService<IPaymentGateway>()
            .SaleAsync(host.Request, cancellationToken);
        Assert.Equal(PaymentOutcome.Approved, host.Result.Outcome);
        return host;
    }

    /// <summary>Runs an example that prints and returns the output.</summary>
    public static async Task<string> PrintedByAsync(Func<Task> run)
    {
        var printed = new StringBuilder();
        Printed.Value = printed;
        await run();
        return printed.ToString();
    }

    public static void Print(string text) => Printed.Value!.Append(text);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _rebilly.DisposeAsync();
        await _terminal.DisposeAsync();
    }

    private Dictionary<string, string?> Settings() =>
        new(StringComparer.Ordinal)
        {
            ["Payments:Journal"] = "InMemory",
            ["Payments:Default"] = "cards_eu",
            ["Payments:Gateways:cards_eu:Provider"] = "Rebilly",
            ["Payments:Gateways:cards_eu:Environment"] = "Sandbox",
            ["Payments:Gateways:cards_eu:BaseUrl"] = $"{_rebilly.BaseAddress}",
            ["Payments:Gateways:cards_eu:OrganizationId"] = "org_sandbox",
            ["Payments:Gateways:cards_eu:WebsiteId"] = "web_sandbox",
            ["Payments:Gateways:cards_eu:ApiKey"] = "sk_sandbox",
            ["Payments:Gateways:cards_eu:Webhooks:Enabled"] = "false",
            ["Payments:Gateways:b2b_us:Provider"] = "VirtualTerminal",
            ["Payments:Gateways:b2b_us:Environment"] = "Sandbox",
            ["Payments:Gateways:b2b_us:BaseUrl"] = $"{_terminal.BaseAddress}",
            ["Payments:Gateways:b2b_us:ApiKey"] = "vt_sandbox_key",
            ["Payments:Gateways:b2b_us:MerchantId"] = "mid_sandbox",
            ["Payments:Gateways:b2b_us:EnableRefunds"] = "true",
        };
}

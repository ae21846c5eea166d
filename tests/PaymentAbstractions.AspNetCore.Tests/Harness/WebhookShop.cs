using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Rebilly;
using PaymentAbstractions.Sandbox;
using PaymentAbstractions.VirtualTerminal;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>
/// A shop on a real server, with Rebilly's emulator. Its own recovery runs once at the start, when no payment is unresolved, so later
/// resolutions come from notifications.
/// </summary>
internal sealed class WebhookShop : IAsyncDisposable
{
    public const string User = "rebilly";
    public const string Password = "a-password-that-nobody-guesses";
    public const string ApiKey = "sk_sandbox";

    private readonly WebApplication _application;
    private int _keys;

    private WebhookShop(WebApplication application, RebillySandbox sandbox)
    {
        (_application, Sandbox) = (application, sandbox);
        Client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
        Client.DefaultRequestHeaders.Authorization = Basic(User, Password);
    }

    public RebillySandbox Sandbox { get; }

    /// <summary>The client that posts to the shop as the provider.</summary>
    public HttpClient Client { get; }

    public ConcurrentQueue<string> Logs => Services.GetRequiredService<ShopLogs>().Lines;

    public IServiceProvider Services => _application.Services;

    public IPaymentGateway Gateway => Services.GetRequiredService<IPaymentGateway>();

    public IPaymentJournal Journal => Services.GetRequiredService<IPaymentJournal>();

    public ConcurrentQueue<PaymentResolution> Heard => Services.GetRequiredService<HearingHandler>().Heard;

    /// <summary>The number of reads of a transaction by its id at the emulator.</summary>
    public int Reads =>
        Sandbox.Traffic.Requests.Count(request =>
            request.Method == "GET" && request.SplitPath() is [.., "transactions", _]
        );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<WebhookShop> StartAsync(
        Action<ShopRoutes>? map = null,
        Action<PaymentsBuilder>? configure = null,
        params (string Key, string? Value)[] settings
    )
    {
        var sandbox = await RebillySandbox.StartAsync(new RebillySandboxOptions(), Token);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<ShopLogs>();
        builder.Services.AddSingleton<ILoggerProvider>(services => services.GetRequiredService<ShopLogs>());
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Settings(sandbox, settings));
        builder.Services.AddSingleton<HearingHandler>();
        builder.Services.AddSingleton<IPaymentResolutionHandler>(services =>
            services.GetRequiredService<HearingHandler>()
        );
        builder.Services.AddPayments(
            builder.Configuration.GetSection("Payments"),
            payments =>
            {
                payments.AddProvider<RebillyProvider>().AddProvider<VirtualTerminalProvider>();
                if (configure is null)
                {
                    payments.UseInMemoryJournal();
                }
                else
                {
                    configure(payments);
                }
            }
        );
        var application = builder.Build();
        try
        {
            (map ?? (use => use.Webhooks().Hints()))(new ShopRoutes(application));
            await application.StartAsync(Token);
            return new WebhookShop(application, sandbox);
        }
        catch
        {
            await application.DisposeAsync();
            await sandbox.DisposeAsync();
            throw;
        }
    }

    public static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    /// <summary>Makes the emulator send its webhooks to the shop.</summary>
    public void Subscribe(Func<RebillySandboxWebhook, RebillySandboxWebhook>? change = null)
    {
        var webhook = new RebillySandboxWebhook
        {
            Address = new Uri(Client.BaseAddress!, "payments/webhooks/rebilly"),
            Authentication = RebillySandboxWebhookAuthentication.Basic,
            UserName = User,
            Password = Password,
        };
        Sandbox.Webhooks.Add(change?.Invoke(webhook) ?? webhook);
    }

    /// <summary>Posts the default body of a webhook.</summary>
    public Task<HttpResponseMessage> PostAsync(
        string transactionId,
        string eventType = "transaction-processed",
        long? revision = null,
        string claims = "\"result\":\"approved\",\"status\":\"completed\""
    ) =>
        PostBodyAsync(
            $$$"""
            {"transactionId":"{{{transactionId}}}","eventType":"{{{eventType}}}","_embedded":{"transaction":{
             "id":"{{{transactionId}}}",{{{(revision is { } count ? $"\"revision\":{count}," : "")}}}{{{claims}}}}},
             "_links":[{"rel":"transaction","href":"https://evil.example/transactions/1"}]}
            """
        );

    public Task<HttpResponseMessage> PostBodyAsync(string json, string path = "payments/webhooks/rebilly") =>
        Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"), Token);

    public SaleRequest NewSale(string? description = null) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey($"key-{Interlocked.Increment(ref _keys)}"),
            Amount = Money.Usd(25m),
            OrderReference = new OrderReference($"order-{_keys}"),
            Description = description,
            PaymentMethod = new PaymentCard
            {
                Number = new CardNumber("4111111111111111"),
                ExpiryMonth = 12,
                ExpiryYear = 2049,
                SecurityCode = new SecurityCode("123"),
            },
            Customer = new Customer { Id = $"cus_{_keys}", CreateOrUpdate = true },
            BillingAddress = new Address
            {
                FirstName = "Ada",
                LastName = "King",
                Line1 = "1 High Street",
                City = "London",
                PostalCode = "N1 1AA",
                Country = "GB",
            },
            ReturnUrl = new Uri("https://shop.example/return"),
        };

    public Task<PaymentResult> SellAsync(string? description = null) => Gateway.SaleAsync(NewSale(description), Token);

    public async Task<JournalEntry> EntryAsync(IdempotencyKey key) =>
        await Journal.FindAsync(new JournalKey(GatewayEnvironment.Sandbox, key), Token)
        ?? throw new InvalidOperationException($"The journal has no key '{key}'.");

    /// <summary>Waits until the application has received the resolution of a payment, at most 30 seconds.</summary>
    public async Task<PaymentResolution> HearAsync(IdempotencyKey key)
    {
        for (var end = Environment.TickCount64 + 30_000; Environment.TickCount64 < end; await Task.Delay(20, Token))
        {
            if (Heard.LastOrDefault(one => one.IdempotencyKey == key) is { } heard)
            {
                return heard;
            }
        }

        throw new TimeoutException($"Nothing was heard of '{key}'.");
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await _application.DisposeAsync();
        Client.Dispose();
    }

    private static Dictionary<string, string?> Settings(RebillySandbox sandbox, (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Payments:Default"] = "rebilly",
            ["Payments:Recovery:Interval"] = "1.00:00:00",
            ["Payments:Resilience:MaxRetries"] = "0",
            ["Payments:Resilience:MaxLookupRetries"] = "0",
            ["Payments:Gateways:rebilly:Provider"] = "Rebilly",
            ["Payments:Gateways:rebilly:Environment"] = "Sandbox",
            ["Payments:Gateways:rebilly:BaseUrl"] = sandbox.BaseAddress.ToString(),
            ["Payments:Gateways:rebilly:OrganizationId"] = "org_sandbox",
            ["Payments:Gateways:rebilly:WebsiteId"] = "web_sandbox",
            ["Payments:Gateways:rebilly:ApiKey"] = ApiKey,
            ["Payments:Gateways:rebilly:Webhooks:Authentication"] = "Basic",
            ["Payments:Gateways:rebilly:Webhooks:UserName"] = User,
            ["Payments:Gateways:rebilly:Webhooks:Password"] = Password,
            ["Payments:Gateways:terminal:Provider"] = "VirtualTerminal",
            ["Payments:Gateways:terminal:Environment"] = "Sandbox",
            ["Payments:Gateways:terminal:BaseUrl"] = "http://127.0.0.1:9/api/",
            ["Payments:Gateways:terminal:ApiKey"] = "vt_sandbox_key",
            ["Payments:Gateways:terminal:MerchantId"] = "mid_sandbox",
        };
        foreach (var (key, value) in settings)
        {
            all[$"Payments:{key}"] = value;
        }

        return all.Where(pair => pair.Value is not null).ToDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>An application whose payments are declared in code, with configuration only when a test provides it.</summary>
internal sealed class CodePayments : IAsyncDisposable
{
    private readonly Lazy<ServiceProvider> _provider;

    public CodePayments(string? configuration = null, Action<PaymentsOptions>? configure = null)
    {
        Services.AddSingleton<TimeProvider>(new ManualTimeProvider());
        Services.AddSingleton(Backend);
        Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        if (configuration is not null)
        {
            Configuration = new TestConfiguration(configuration);
            Services.AddPayments(Configuration.Payments, payments => payments.AddProvider<TestProvider>());
        }

        Payments = Services.AddPayments(configure).UseInMemoryJournal(options => options.AllowLive = true);
        // The clock stands still, so a wait between two retries would never end.
        Services.Configure<ResilienceOptions>(options => (options.MaxRetries, options.MaxLookupRetries) = (0, 0));
        _provider = new Lazy<ServiceProvider>(Services.BuildValidated);
    }

    public ServiceCollection Services { get; } = [];

    public PaymentsBuilder Payments { get; }

    public TestConfiguration? Configuration { get; }

    public TestBackend Backend { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public IServiceProvider Provider => _provider.Value;

    public IPaymentGateways Gateways => Provider.GetRequiredService<IPaymentGateways>();

    public CodePayments Add(string name, Action<TestOptions>? configure = null)
    {
        Payments.AddGateway<TestProvider, TestOptions>(
            name,
            options =>
            {
                options.Account = name;
                configure?.Invoke(options);
            }
        );
        return this;
    }

    public T Get<T>(string name = "")
        where T : class => Provider.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<T>>().Get(name);

    public IReadOnlyList<string> Problems() => Assert.Throws<PaymentConfigurationException>(() => Gateways).Problems;

    /// <summary>A section that a test can change, for options that the application binds itself.</summary>
    public static (IConfigurationSection Section, Action<string, string> Set) Section()
    {
        var root = new ConfigurationBuilder().AddInMemoryCollection().Build();
        return (
            root.GetSection("Elsewhere"),
            (key, value) =>
            {
                root[$"Elsewhere:{key}"] = value;
                root.Reload();
            }
        );
    }

    public ValueTask DisposeAsync() => _provider.IsValueCreated ? _provider.Value.DisposeAsync() : default;
}

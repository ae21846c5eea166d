using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal.Sqlite;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>An application with payments, whose container is validated.</summary>
internal sealed class TestPayments : IAsyncDisposable, IDisposable
{
    public const string TwoGateways = """
        {
          "Default": "cards_eu",
          "Gateways": {
            "cards_eu": { "Provider": "Test", "Environment": "Live", "Account": "eu" },
            "cards_us": { "Provider": "Test", "Environment": "Live", "Account": "us" }
          }
        }
        """;

    private readonly ServiceProvider _services;

    public TestPayments(
        string configuration = TwoGateways,
        Action<PaymentsBuilder>? configure = null,
        Action<TestBackend>? backend = null,
        ManualTimeProvider? clock = null
    )
        : this(new TestConfiguration(configuration), configure, backend, clock) { }

    public TestPayments(
        TestConfiguration configuration,
        Action<PaymentsBuilder>? configure = null,
        Action<TestBackend>? backend = null,
        ManualTimeProvider? clock = null
    )
    {
        Clock = clock ?? new ManualTimeProvider();
        Configuration = configuration;
        backend?.Invoke(Backend);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Backend);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddPayments(
            Configuration.Payments,
            payments =>
            {
                payments.AddProvider<TestProvider>().AddJournalProvider<SqliteJournalProvider>();
                configure?.Invoke(payments);
                RememberUnlessChosen(payments);
            }
        );
        _services = services.BuildValidated();
    }

    public TestConfiguration Configuration { get; }

    public TestBackend Backend { get; } = new();

    public ManualTimeProvider Clock { get; }

    public CapturedLogs Logs { get; } = new();

    public IServiceProvider Services => _services;

    public IPaymentGateways Gateways => _services.GetRequiredService<IPaymentGateways>();

    public IPaymentGateway Default => _services.GetRequiredService<IPaymentGateway>();

    private void RememberUnlessChosen(PaymentsBuilder payments)
    {
        var section = Configuration.Payments.GetSection("Journal");
        if (
            section.Value is null
            && section["Kind"] is null
            && payments.Services.All(service => service.ServiceType != typeof(JournalInCode))
        )
        {
            payments.UseInMemoryJournal(options => options.AllowLive = true);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public void Dispose() => _services.Dispose();
}

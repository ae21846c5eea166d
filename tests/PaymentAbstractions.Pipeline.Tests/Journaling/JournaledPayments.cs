using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>
/// Applications with payments that share one journal and one clock, and run one after another like a process and its restart.
/// </summary>
internal sealed class JournaledPayments : IAsyncDisposable
{
    public const string Two = """
        {
          "Default": "cards_eu",
          "Gateways": {
            "cards_eu": { "Provider": "Test", "Environment": "Live", "Account": "eu" },
            "cards_us": { "Provider": "Test", "Environment": "Live", "Account": "us" }
          }
        }
        """;

    public static readonly TimeSpan LongAfter = TimeSpan.FromMinutes(10);

    private readonly List<TestPayments> _applications = [];
    private readonly Action<IServiceCollection>? _services;
    private readonly string _configuration;

    public JournaledPayments(string configuration = Two, Action<IServiceCollection>? services = null)
    {
        _configuration = configuration;
        _services = services;
        Journal = new MemoryJournal(Clock);
        Current = Start();
    }

    public ManualTimeProvider Clock { get; } = new();

    public MemoryJournal Journal { get; }

    /// <summary>The current application.</summary>
    public TestPayments Current { get; private set; }

    public TestBackend Backend => Current.Backend;

    public IPaymentGateway Default => Current.Default;

    public IPaymentRecovery Recovery => Current.Services.GetRequiredService<IPaymentRecovery>();

    public JournalEntry Entry => Assert.Single(Journal.Entries);

    /// <summary>Starts another process on the same journal, as after a crash of the current one.</summary>
    public TestPayments Restart(string? configuration = null) => Current = Start(configuration);

    public async ValueTask DisposeAsync()
    {
        Journal.Before = _ => Task.CompletedTask;
        foreach (var application in _applications)
        {
            // Operations that a test left hanging are not awaited.
            _ = application.DisposeAsync().AsTask();
        }

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.CompletedTask;
    }

    private TestPayments Start(string? configuration = null)
    {
        var payments = new TestPayments(
            configuration ?? _configuration,
            builder =>
            {
                builder.UseJournal((_, _) => Task.FromResult<IPaymentJournal>(Journal));
                _services?.Invoke(builder.Services);
            },
            clock: Clock
        );
        _applications.Add(payments);
        return payments;
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Sandbox;
using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>
/// A gateway over a <see cref="StubProvider"/>, built from configuration as in an application. Retries and the circuit breaker are
/// disabled, answers are kept, and the journal is in memory.
/// </summary>
/// <typeparam name="TProvider">The provider under test.</typeparam>
/// <remarks>
/// The container is built and validated when <see cref="Gateway"/> or <see cref="Services"/> is read for the first time. Thread-safe.
/// </remarks>
public class StubbedGateway<TProvider> : IAsyncDisposable
    where TProvider : PaymentProvider, new()
{
    private readonly (string Key, string? Value)[] _settings;
    private readonly Lazy<ServiceProvider> _services;

    /// <summary>Initializes the gateway; the container is not built yet.</summary>
    /// <param name="settings">
    /// The gateway's options by key; a key that starts with a colon is relative to <c>Payments</c>, for example <c>:KeepAnswers</c>. A
    /// later value replaces an earlier one and the defaults, and null removes it.
    /// </param>
    public StubbedGateway(params (string Key, string? Value)[] settings)
    {
        _settings = settings;
        _services = new Lazy<ServiceProvider>(Build);
    }

    /// <summary>The name of the gateway; default <c>cards</c>.</summary>
    public string Name { get; init; } = "cards";

    /// <summary>The in-memory provider; several gateways can share one.</summary>
    public StubProvider Stub { get; init; } = new();

    /// <summary>Additional registrations, for example a journal provider; by default, none.</summary>
    public Action<PaymentsBuilder>? Configure { get; init; }

    /// <summary>The clock of the gateway, which stays at <see cref="ConformanceHarness.Start"/> until a test advances it.</summary>
    public SandboxClock Clock { get; } = new(ConformanceHarness.Start);

    /// <summary>The gateway.</summary>
    /// <exception cref="PaymentConfigurationException">The settings are not valid.</exception>
    public IPaymentGateway Gateway => Services.GetRequiredService<IPaymentGateways>().Get(Name);

    /// <summary>The container, for example for <see cref="IPaymentRecovery"/>.</summary>
    public IServiceProvider Services => _services.Value;

    /// <summary>The section <c>Payments</c> from which the gateway is built; a new copy each time.</summary>
    public IConfigurationSection Settings
    {
        get
        {
            var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
            {
                ["Payments:Default"] = Name,
                ["Payments:Journal:Kind"] = "InMemory",
                ["Payments:Journal:AllowLive"] = "true",
                ["Payments:KeepAnswers"] = "true",
                ["Payments:Resilience:MaxRetries"] = "0",
                ["Payments:Resilience:MaxLookupRetries"] = "0",
                ["Payments:Resilience:FailureRatio"] = "0",
                [$"Payments:Gateways:{Name}:Provider"] = new TProvider().Name,
                [$"Payments:Gateways:{Name}:Environment"] = "Sandbox",
            };
            foreach (var (key, value) in _settings)
            {
                var path = key.StartsWith(':') ? $"Payments{key}" : $"Payments:Gateways:{Name}:{key}";
                values.Remove(path);
                if (value is not null)
                {
                    values[path] = value;
                }
            }

            return new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Payments");
        }
    }

    /// <summary>Sends a request with the operation for its type, using the cancellation token of the test.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The result.</returns>
    /// <exception cref="PaymentRequestException">The request is invalid.</exception>
    /// <exception cref="ArgumentException">The request has none of the library's types, or the gateway does not offer set-ups.</exception>
    public Task<PaymentResult> SendAsync(PaymentRequest request)
    {
        var token = TestContext.Current.CancellationToken;
        return request switch
        {
            SaleRequest sale => Gateway.SaleAsync(sale, token),
            AuthorizeRequest authorize => Gateway.AuthorizeAsync(authorize, token),
            CaptureRequest capture => Gateway.CaptureAsync(capture, token),
            VoidRequest voiding => Gateway.VoidAsync(voiding, token),
            RefundRequest refund => Gateway.RefundAsync(refund, token),
            CreditRequest credit => Gateway.CreditAsync(credit, token),
            SetupRequest setup when Gateway.TryGet<IPaymentMethodSetup>(out var setups) => setups.SetupAsync(
                setup,
                token
            ),
            _ => throw new ArgumentException($"{Name} has no operation for {request?.GetType()}.", nameof(request)),
        };
    }

    /// <summary>
    /// Looks up a request that was first sent at <see cref="ConformanceHarness.Start"/>, using the cancellation token of the test.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <returns>The result of the look-up.</returns>
    public Task<FindResult> FindAsync(PaymentRequest request) =>
        Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(request, ConformanceHarness.Start)),
            TestContext.Current.CancellationToken
        );

    /// <summary>Reads the journal entry of a key, using the cancellation token of the test.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="KeyNotFoundException">The journal has no such entry.</exception>
    public async Task<JournalEntry> EntryAsync(string key)
    {
        var environment = Enum.Parse<GatewayEnvironment>(
            Settings[$"Gateways:{Name}:Environment"] ?? nameof(GatewayEnvironment.Live),
            ignoreCase: true
        );
        return await Services
                .GetRequiredService<IPaymentJournal>()
                .FindAsync(new JournalKey(environment, new IdempotencyKey(key)), TestContext.Current.CancellationToken)
            ?? throw new KeyNotFoundException($"The journal has no entry for {key} in {environment}.");
    }

    /// <summary>Runs recovery once, using the cancellation token of the test.</summary>
    /// <returns>The report of the run.</returns>
    public Task<RecoveryReport> RecoverAsync() =>
        Services.GetRequiredService<IPaymentRecovery>().RecoverAsync(TestContext.Current.CancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_services.IsValueCreated)
        {
            await _services.Value.DisposeAsync();
        }
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddPayments(
            Settings,
            payments =>
            {
                payments.AddProvider<TProvider>();
                Configure?.Invoke(payments);
            }
        );
        services.AddHttpClient(PaymentTransport.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => Stub);
        return services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Testing;

/// <summary>The gateways of a test host: those that the test supplied, wrapped by the application's own decorators.</summary>
internal sealed class ReplacedGateways : IPaymentGateways
{
    // The name of the default gateway if none is configured.
    private const string UnconfiguredName = "default";

    // The provider of a gateway that is not configured.
    private const string ReplacedProvider = "Replaced";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Replacement> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly DeclaredGateways _declared;
    private readonly IServiceProvider _services;
    private readonly Func<string, IPaymentGateway> _gatewayFor;

    public ReplacedGateways(IServiceProvider services, Func<string, IPaymentGateway> gatewayFor, bool isOne)
    {
        _declared = new DeclaredGateways(services.GetRequiredService<PaymentsRegistration>(), services);
        _services = services;
        _gatewayFor = gatewayFor;
        // A single gateway made every transaction, and the test expects exactly the object that it supplied.
        Default = isOne ? Get(DefaultName) : new RoutedGateway(name: null, () => Get(DefaultName), FindOwner);
    }

    public IReadOnlyList<string> Names => _declared.Names.DefaultIfEmpty(DefaultName).ToList();

    public IPaymentGateway Default { get; }

    public IReadOnlyList<string> ReloadProblems => [];

    /// <summary>The journal and the recovery of the default gateway. A substitute has none, so it has no unresolved payments.</summary>
    public FakeApplication Application =>
        field ??= (Find(DefaultName).Given as FakePaymentGateway ?? new()).Application;

    private string DefaultName => _declared.Default ?? _declared.Names.FirstOrDefault(UnconfiguredName);

    public IPaymentGateway Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Find(name).Decorated;
    }

    // A replacement always answers, has no circuit breaker and moves no money, whatever the configuration says of the gateway.
    public GatewayStatus GetStatus(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var configured = ConfiguredName(name);
        return new GatewayStatus
        {
            Name = configured ?? name,
            Provider = _declared.ProviderOf(name) ?? ReplacedProvider,
            Environment = GatewayEnvironment.Sandbox,
            Circuit = GatewayCircuitState.Disabled,
        };
    }

    GatewayStatuses IPaymentGateways.Statuses => new([.. Names.Select(GetStatus)], DefaultName);

    private IPaymentGateway? FindOwner(string name)
    {
        lock (_lock)
        {
            return _byName.ContainsKey(name) || ConfiguredName(name) is not null ? Get(name) : null;
        }
    }

    private Replacement Find(string name)
    {
        var asked = ConfiguredName(name) ?? name;
        lock (_lock)
        {
            if (!_byName.TryGetValue(asked, out var replacement))
            {
                replacement = Replace(asked);
                _byName.Add(asked, replacement);
            }

            return replacement;
        }
    }

    // As in production, a former name refers to the renamed gateway.
    private string? ConfiguredName(string name) => _declared.NameOf(name);

    private Replacement Replace(string name)
    {
        var given =
            _gatewayFor(name)
            ?? throw new InvalidOperationException(
                $"The function passed to ReplacePaymentGateways returned null for the gateway '{name}'. Return a gateway for every name."
            );
        (given as FakePaymentGateway)?.PublishTo(_services.GetRequiredService<IServiceScopeFactory>());
        var decorated = _services
            .GetServices<GatewayDecorator>()
            .Reverse()
            .Aggregate(given, (inner, decorator) => decorator.Decorate(_services, inner));
        return new Replacement(given, decorated);
    }

    private sealed record Replacement(IPaymentGateway Given, IPaymentGateway Decorated);
}

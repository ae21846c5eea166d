using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Testing;

/// <summary>The gateways of a test host: given by the test, inside of the application's own decorators.</summary>
internal sealed class ReplacedGateways : IPaymentGateways
{
    // The name that a gateway is asked for by when the configuration has none.
    private const string UnconfiguredName = "default";

    // The provider of a gateway that the configuration does not name.
    private const string ReplacedProvider = "Replaced";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Replacement> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly PaymentsSection _section;
    private readonly IServiceProvider _services;
    private readonly Func<string, IPaymentGateway> _gatewayFor;

    public ReplacedGateways(IServiceProvider services, Func<string, IPaymentGateway> gatewayFor, bool isOne)
    {
        _section = new PaymentsSection(services.GetRequiredService<PaymentsRegistration>().Configuration);
        _services = services;
        _gatewayFor = gatewayFor;
        // One gateway made every transaction, and a test expects exactly the object that it gave.
        Default = isOne ? Get(DefaultName) : new RoutedGateway(name: null, () => Get(DefaultName), FindOwner);
    }

    public IReadOnlyList<string> Names =>
        _section.Gateways.Select(gateway => gateway.Name).DefaultIfEmpty(DefaultName).ToList();

    public IPaymentGateway Default { get; }

    public IReadOnlyList<string> ReloadProblems => [];

    /// <summary>The journal and the recovery of the default gateway. A substitute has none, so nothing is in doubt there.</summary>
    public FakeApplication Application =>
        field ??= (Find(DefaultName).Given as FakePaymentGateway ?? new()).Application;

    private string DefaultName =>
        _section.Default ?? _section.Gateways.Select(gateway => gateway.Name).FirstOrDefault(UnconfiguredName);

    public IPaymentGateway Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Find(name).Decorated;
    }

    // A replaced gateway answers always, and no circuit stands before it.
    public GatewayStatus GetStatus(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var configured = ConfiguredName(name);
        var section = _section.Gateways.FirstOrDefault(gateway => gateway.Name == configured);
        return new GatewayStatus
        {
            Name = configured ?? name,
            Provider = section?.Provider ?? ReplacedProvider,
            Environment = section?.IsLive == true ? GatewayEnvironment.Live : GatewayEnvironment.Sandbox,
            Circuit = GatewayCircuitState.Disabled,
        };
    }

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

    // A former name of a gateway is answered by that gateway, as in production.
    private string? ConfiguredName(string name) =>
        _section
            .Gateways.FirstOrDefault(gateway =>
                gateway.FormerNames.Append(gateway.Name).Contains(name, StringComparer.OrdinalIgnoreCase)
            )
            ?.Name;

    private Replacement Replace(string name)
    {
        var given =
            _gatewayFor(name)
            ?? throw new InvalidOperationException(
                $"The function that ReplacePaymentGateways was given returned null for the gateway '{name}'. Return a gateway for every name."
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

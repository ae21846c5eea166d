namespace PaymentAbstractions;

/// <summary>The names of the declared gateways, without validation and without building a gateway. For test hosts.</summary>
internal sealed class DeclaredGateways(PaymentsRegistration registration, IServiceProvider services)
{
    private readonly PaymentsSection _section = new(registration);

    public IEnumerable<string> Names => _section.Gateways.Select(gateway => gateway.Name);

    public string? Default =>
        new SharedOptions(registration, services).ReadPayments(new ProblemList()).Default is { Length: > 0 } name
            ? name
            : null;

    /// <summary>Returns the configured name for a name or an earlier name.</summary>
    public string? NameOf(string name) => Find(name)?.Name;

    /// <summary>Returns the provider of the gateway with this name or earlier name.</summary>
    public string? ProviderOf(string name) => Find(name)?.Provider;

    private GatewaySection? Find(string name) =>
        _section.Gateways.FirstOrDefault(gateway =>
            gateway.FormerNamesOf(services).Append(gateway.Name).Contains(name, StringComparer.OrdinalIgnoreCase)
        );
}

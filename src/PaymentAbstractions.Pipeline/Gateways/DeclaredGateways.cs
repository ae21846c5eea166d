namespace PaymentAbstractions;

/// <summary>The names of the gateways that an application declares, without any check and without building a gateway, for test hosts.</summary>
internal sealed class DeclaredGateways(PaymentsRegistration registration, IServiceProvider services)
{
    private readonly PaymentsSection _section = new(registration);

    public IEnumerable<string> Names => _section.Gateways.Select(gateway => gateway.Name);

    public string? Default =>
        new SharedOptions(registration, services).ReadPayments(new ProblemList()).Default is { Length: > 0 } name
            ? name
            : null;

    /// <summary>The name of the gateway that has a name or former name.</summary>
    public string? NameOf(string name) => Find(name)?.Name;

    /// <summary>The provider of the gateway that has a name or former name.</summary>
    public string? ProviderOf(string name) => Find(name)?.Provider;

    private GatewaySection? Find(string name) =>
        _section.Gateways.FirstOrDefault(gateway =>
            gateway.FormerNamesOf(services).Append(gateway.Name).Contains(name, StringComparer.OrdinalIgnoreCase)
        );
}

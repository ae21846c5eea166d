using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Builds one gateway from its declaration and collects its problems.</summary>
internal sealed class GatewayBuilder(
    IEnumerable<PaymentProvider> providers,
    IServiceProvider services,
    TimeProvider time,
    PaymentsLog log
)
{
    private readonly Dictionary<string, PaymentProvider> _providers = ByName(providers);

    /// <summary>Reads and validates the options of a gateway.</summary>
    /// <returns>The parts of the gateway; <see langword="null"/> when its options cannot be created.</returns>
    public GatewayParts? Read(GatewaySection section, PipelineSettings settings, ProblemList problems)
    {
        section.Check(problems);
        var before = problems.Count;
        if (section.Provider is not { } name || !_providers.TryGetValue(name, out var provider))
        {
            AddUnknownProvider(section, problems);
            return null;
        }

        try
        {
            var options = provider.Read(section, services, problems);
            provider.Check(section, options, ContextOf(section, options, settings), problems);
            return new GatewayParts(section, provider, options, problems.Count > before);
        }
#pragma warning disable CA1031 // Any exception of a provider or of the application's code is a problem of this gateway.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            AddFailure(section, exception, problems);
            return null;
        }
    }

    /// <summary>Creates the adapter and the gateway around it.</summary>
    /// <returns>The gateway; <see langword="null"/> when there is a problem.</returns>
    public ConfiguredGateway? Build(GatewayParts parts, PipelineSettings settings, ProblemList problems)
    {
        if (parts.HasProblems)
        {
            return null;
        }

        try
        {
            var context = ContextOf(parts.Section, parts.Options, settings);
            return new ConfiguredGateway(parts, parts.Provider.Create(parts.Options, context), settings, time, log);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            AddFailure(parts.Section, exception, problems);
            return null;
        }
    }

    private static Dictionary<string, PaymentProvider> ByName(IEnumerable<PaymentProvider> providers)
    {
        var byName = new Dictionary<string, PaymentProvider>(StringComparer.OrdinalIgnoreCase);
        foreach (var provider in providers)
        {
            if (byName.TryGetValue(provider.Name, out var other) && other.GetType() != provider.GetType())
            {
                throw new PaymentConfigurationException([
                    $"Two providers are named '{provider.Name}': {other.GetType()} and {provider.GetType()}.",
                ]);
            }

            byName[provider.Name] = provider;
        }

        return byName;
    }

    private GatewayContext ContextOf(GatewaySection section, GatewayOptions options, PipelineSettings settings) =>
        new()
        {
            Name = section.Name,
            Environment = options.Environment,
            KeyNamespace = settings.Payments.KeyNamespace,
            KeepAnswers = settings.Payments.KeepAnswers,
            TimeProvider = time,
            Services = services,
        };

    private void AddUnknownProvider(GatewaySection section, ProblemList problems)
    {
        var known = string.Join(", ", _providers.Keys.Order(StringComparer.Ordinal));
        problems.Add(
            section.Place.Of("Provider"),
            section.Provider is not { } name
                ? $"must name a provider. Known names: {known}."
                : $"is {QuotedText.Of(name)}, which is not the name of a provider.{NearestName.Hint(name, _providers.Keys)} Known names: {known}.{Package(name)}"
        );
    }

    // No package is missing when the provider was found.
    private string Package(string name) =>
        NearestName.Of(name, _providers.Keys) is null ? KnownPackages.HintForProvider(name) : "";

    private void AddFailure(GatewaySection section, Exception exception, ProblemList problems)
    {
        Log.AdapterNotCreated(log, RedactedException.Of(exception), section.Name);
        problems.Add(
            section.Place.Whole,
            exception is PaymentException
                ? $"cannot be used: {exception.Message}"
                : $"cannot be used: its provider failed with {exception.GetType().Name}. The log contains the details."
        );
    }
}

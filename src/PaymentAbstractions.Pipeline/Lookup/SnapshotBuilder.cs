using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PaymentAbstractions;

/// <summary>Builds a snapshot aside: every problem of every gateway is collected before any is reported.</summary>
internal sealed class SnapshotBuilder(
    IEnumerable<PaymentProvider> providers,
    IEnumerable<GatewayDecorator> decorators,
    IServiceProvider services,
    JournalAccess journal,
    JournalServices journaling,
    ILoggerFactory? loggers = null
)
{
    private readonly Dictionary<string, PaymentProvider> _providers = ByName(providers);
    private readonly GatewayDecorator[] _decorators = [.. decorators];
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("PaymentAbstractions");

    public GatewaySnapshot Build(IConfigurationSection configuration)
    {
        var section = new PaymentsSection(configuration);
        var problems = new ConfigurationProblems();
        section.CheckKeys(problems);
        var settings = new PipelineSettings
        {
            KeyNamespace = section.KeyNamespace,
            RetryCategories = section.ReadRetryCategories(problems),
            Journal = JournalSection.Read(configuration, problems),
            Resilience = ResilienceSection.Read(configuration, problems),
            Recovery = RecoverySection.Read(configuration, problems),
        };
        JournalSelection.Of(settings.Journal, journal.InCode, journal.Path, problems);
        var gateways = new Dictionary<string, IPaymentGateway>(StringComparer.OrdinalIgnoreCase);
        var undecorated = new Dictionary<string, AdapterGateway>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        var formerNames = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var gateway in section.Gateways)
        {
            names.Add(gateway.Name);
            if (BuildGateway(gateway, settings, problems) is { } built)
            {
                undecorated.Add(gateway.Name, built);
                gateways.Add(gateway.Name, Decorate(built));
            }

            gateway.CheckFormerNames(problems);
            foreach (var former in gateway.FormerNames)
            {
                if (!GatewayName.IsValid(former) || !formerNames.TryAdd(former, gateway.Name))
                {
                    problems.Add($"{gateway.Path}:FormerNames", $"'{former}' is no gateway name or is listed twice.");
                }
            }
        }

        foreach (var former in formerNames.Keys.Where(names.Contains))
        {
            problems.Add(section.GatewaysPath, $"'{former}' is both a gateway and a former name.");
        }

        var defaultName = ChooseDefault(section, names, problems);
        problems.ThrowIfAny();
        return new GatewaySnapshot(names, defaultName, gateways, undecorated, formerNames, settings.Recovery);
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

    private static string ChooseDefault(PaymentsSection section, List<string> names, ConfigurationProblems problems)
    {
        if (names.Count == 0)
        {
            problems.Add(section.GatewaysPath, "holds no gateway; add at least one.");
            return "";
        }

        if (section.Default is not { } name)
        {
            if (names.Count > 1)
            {
                problems.Add(section.DefaultPath, $"is missing. Name one of: {string.Join(", ", names)}.");
            }

            return names[0];
        }

        if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(section.DefaultPath, $"names no gateway. Known are: {string.Join(", ", names)}.");
        }

        return name;
    }

    private IPaymentGateway Decorate(IPaymentGateway gateway) =>
        _decorators.Reverse().Aggregate(gateway, (inner, decorator) => decorator.Decorate(services, inner));

    private AdapterGateway? BuildGateway(
        GatewaySection section,
        PipelineSettings settings,
        ConfigurationProblems problems
    )
    {
        if (!GatewayName.IsValid(section.Name))
        {
            problems.Add(section.Path, "has a name that is not 1 to 40 of the characters a-z, 0-9 and _.");
        }

        var environment = section.ReadEnvironment(problems);
        if (section.Provider is not { Length: > 0 } name || !_providers.TryGetValue(name, out var provider))
        {
            var known = string.Join(", ", _providers.Keys.Order(StringComparer.Ordinal));
            problems.Add($"{section.Path}:Provider", $"must name a provider. Known are: {known}.");
            return null;
        }

        var context = new GatewayContext
        {
            Name = section.Name,
            Environment = environment,
            KeyNamespace = settings.KeyNamespace,
            TimeProvider = journaling.Time,
            Services = services,
        };
        if (provider.Build(section, context, problems) is not { } adapter)
        {
            return null;
        }

        var execution = new ResilientExecution(
            section.Name,
            new AdapterExecution(section.Name, adapter, settings.RetryCategories, _logger),
            settings.Resilience,
            journaling.Time,
            _logger
        );
        return new AdapterGateway(
            section.Name,
            section.FormerNames,
            environment ?? GatewayEnvironment.Live,
            adapter,
            StageOf(section.Name, environment ?? GatewayEnvironment.Live, adapter, execution, settings.Journal),
            execution
        );
    }

    private ExecutionStage StageOf(
        string name,
        GatewayEnvironment environment,
        PaymentAdapter adapter,
        ResilientExecution execution,
        JournalSettings settings
    ) =>
        journal.IsOff
            ? new UnjournaledStage(name, execution, adapter.Capabilities, journaling.Exchanges, journaling.Time)
            : new JournalStage(
                name,
                adapter.Capabilities,
                adapter.Account,
                new IntentFactory(name, environment, adapter, settings.Fingerprint),
                execution,
                settings.SendWithin,
                journaling
            );
}

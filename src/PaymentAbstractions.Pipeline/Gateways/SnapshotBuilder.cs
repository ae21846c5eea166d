using Microsoft.Extensions.Configuration;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Builds a snapshot aside: every problem of every gateway is collected before any is reported.</summary>
internal sealed class SnapshotBuilder(
    IEnumerable<PaymentProvider> providers,
    IEnumerable<JournalProvider> journals,
    IEnumerable<GatewayDecorator> decorators,
    IServiceProvider services,
    JournalAccess journal,
    PaymentPipeline pipeline,
    TimeProvider time,
    PaymentsLog log
)
{
    private readonly Dictionary<string, PaymentProvider> _providers = ByName(providers);
    private readonly GatewayDecorator[] _decorators = [.. decorators];

    /// <summary>Builds a snapshot. A gateway whose configuration has not changed since <paramref name="before"/> is kept as it is.</summary>
    /// <exception cref="PaymentConfigurationException">The configuration has problems; all of them are listed.</exception>
    public (GatewaySnapshot Snapshot, RecoverySettings Recovery) Build(
        IConfigurationSection configuration,
        GatewaySnapshot? before
    )
    {
        var section = new PaymentsSection(configuration);
        var problems = new ProblemList();
        section.CheckKeys(problems);
        var settings = Read(section, configuration, problems);
        var recovery = RecoverySection.Read(configuration, problems);
        var chosen = JournalSelection.Of(settings.Journal, journal.InCode, journal.Path, problems);
        var shared = section.SharedFingerprint;
        var gateways = new List<GatewaySnapshot.Entry>();
        var names = new List<string>();
        var formerNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var gateway in section.Gateways)
        {
            names.Add(gateway.Name);
            gateway.CheckFormerNames(problems);
            foreach (var former in gateway.FormerNames)
            {
                if (!GatewayName.IsValid(former) || !formerNames.Add(former))
                {
                    problems.Add($"{gateway.Path}:FormerNames", $"'{former}' is no gateway name or is listed twice.");
                }
            }

            var fingerprint = $"{shared}:{gateway.Fingerprint}";
            var kept = before?.Gateways.FirstOrDefault(one =>
                one.Configured.Name == gateway.Name && one.Fingerprint == fingerprint
            );
            if (kept is not null)
            {
                gateways.Add(kept);
            }
            else if (BuildGateway(gateway, settings, problems) is { } built)
            {
                gateways.Add(
                    new GatewaySnapshot.Entry(built, Decorate(new PipelineGateway(built, pipeline)), fingerprint)
                );
            }
        }

        foreach (var former in formerNames.Where(names.Contains))
        {
            problems.Add(section.GatewaysPath, $"'{former}' is both a gateway and a former name.");
        }

        var live = section.Gateways.Where(gateway => gateway.IsLive).Select(gateway => gateway.Name);
        JournalSelection.CheckLive(journal.Choice, chosen, [.. live], journal.Path, problems);
        var defaultName = ChooseDefault(section, names, problems);
        if (problems.Count > 0)
        {
            throw new PaymentConfigurationException(problems);
        }

        return (new GatewaySnapshot(gateways, defaultName, ConfigurationFingerprint.Of(configuration)), recovery);
    }

    private PipelineSettings Read(PaymentsSection section, IConfigurationSection configuration, ProblemList problems) =>
        new()
        {
            KeyNamespace = section.KeyNamespace,
            KeepAnswers = section.ReadKeepAnswers(problems),
            EnforceRetryLimits = section.ReadEnforceRetryLimits(problems),
            ResponseCodes = section.ReadResponseCodes(problems),
            Journal = JournalSection.Read(configuration, journals, problems),
            Resilience = ResilienceSection.Read(configuration, problems),
        };

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

    private static string ChooseDefault(PaymentsSection section, List<string> names, ProblemList problems)
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
            problems.Add(
                section.DefaultPath,
                $"is {QuotedText.Of(name)}, which names no gateway.{NearestName.Hint(name, names)} Known are: {string.Join(", ", names)}."
            );
        }

        return name;
    }

    private IPaymentGateway Decorate(IPaymentGateway gateway) =>
        _decorators.Reverse().Aggregate(gateway, (inner, decorator) => decorator.Decorate(services, inner));

    private ConfiguredGateway? BuildGateway(GatewaySection section, PipelineSettings settings, ProblemList problems)
    {
        if (!GatewayName.IsValid(section.Name))
        {
            problems.Add(section.Path, "has a name that is not 1 to 40 of the characters a-z, 0-9 and _.");
        }

        var environment = section.ReadEnvironment(problems);
        var merchant = section.ReadMerchant(problems);
        var webhooks = section.ReadWebhooks(problems);
        if (section.Provider is not { Length: > 0 } name || !_providers.TryGetValue(name, out var provider))
        {
            var known = string.Join(", ", _providers.Keys.Order(StringComparer.Ordinal));
            problems.Add(
                $"{section.Path}:Provider",
                string.IsNullOrEmpty(section.Provider)
                    ? $"must name a provider. Known are: {known}."
                    : $"is {QuotedText.Of(section.Provider)}, which names no provider.{NearestName.Hint(section.Provider, _providers.Keys)} Known are: {known}.{Package(section.Provider)}"
            );
            return null;
        }

        var context = new GatewayContext
        {
            Name = section.Name,
            Environment = environment,
            KeyNamespace = settings.KeyNamespace,
            KeepAnswers = settings.KeepAnswers,
            TimeProvider = time,
            Services = services,
        };
        return CreateAdapter(provider, section, context, problems) is { } adapter
            ? new ConfiguredGateway(
                section.Name,
                provider.Name,
                section.FormerNames,
                // What does not say is taken for the real thing.
                environment ?? GatewayEnvironment.Live,
                adapter,
                settings,
                time,
                log.Logger,
                merchant,
                section.Path,
                webhooks
            )
            : null;
    }

    // Of a provider that is there no package is missing.
    private string Package(string name) =>
        NearestName.Of(name, _providers.Keys) is null ? KnownPackages.HintForProvider(name) : "";

    private PaymentAdapter? CreateAdapter(
        PaymentProvider provider,
        GatewaySection section,
        GatewayContext context,
        ProblemList problems
    )
    {
        try
        {
            return provider.Build(section, context, problems);
        }
#pragma warning disable CA1031 // Whatever a provider throws is a problem of its gateway, beside those of the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.AdapterNotCreated(log.Logger, RedactedException.Of(exception), section.Name);
            problems.Add(
                section.Path,
                exception is PaymentException
                    ? $"cannot be used: {exception.Message}"
                    : $"cannot be used: its provider failed with {exception.GetType().Name}. The log has the details."
            );
            return null;
        }
    }
}

using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Builds a snapshot without replacing the current one. Collects the problems of all gateways before it reports them.</summary>
internal sealed class SnapshotBuilder(
    PaymentsRegistration registration,
    SharedOptions shared,
    IEnumerable<JournalProvider> journals,
    IEnumerable<JournalInCode> journalsInCode,
    IEnumerable<GatewayDecorator> decorators,
    IServiceProvider services,
    JournalAccess journal,
    PaymentPipeline pipeline,
    GatewayBuilder builder
)
{
    private readonly GatewayDecorator[] _decorators = [.. decorators];

    /// <summary>Builds a snapshot. A gateway whose options have not changed since <paramref name="before"/> is kept.</summary>
    /// <exception cref="PaymentConfigurationException">The configuration has problems. All of them are listed.</exception>
    public GatewaySnapshot Build(GatewaySnapshot? before)
    {
        var section = new PaymentsSection(registration);
        var problems = new ProblemList();
        section.Check(problems);
        var chosen = JournalSection.Read(registration, shared, journals, services, problems);
        var settings = new PipelineSettings(
            shared.ReadPayments(problems),
            chosen.Options,
            shared.ReadResilience(problems),
            shared.ReadRecovery(problems)
        );
        if (before is not null)
        {
            settings = settings.Keep(before.Settings);
        }

        var choice = JournalSelection.Of(
            chosen,
            [.. journalsInCode.Select(one => one.Make(services, problems))],
            journal.Path,
            problems
        );
        var declared = section.Gateways.ToList();
        var parts = declared.ConvertAll(one => builder.Read(one, settings, problems));
        CheckFormerNames(section, parts, problems);
        var isSame = before is not null && settings.MakesTheSameGateways(before.Settings);
        var gateways = new List<GatewaySnapshot.Entry>();
        foreach (var one in parts.OfType<GatewayParts>())
        {
            if (isSame && before!.Gateways.FirstOrDefault(one.AreOf) is { } kept)
            {
                gateways.Add(kept);
            }
            else if (builder.Build(one, settings, problems) is { } built)
            {
                gateways.Add(
                    new GatewaySnapshot.Entry(
                        built,
                        Decorate(new PipelineGateway(built, pipeline)),
                        one.Options,
                        one.Provider
                    )
                );
            }
        }

        var live = parts.OfType<GatewayParts>().Where(one => one.IsLive).Select(one => one.Name);
        JournalSelection.CheckLive(journal.Choice, choice, [.. live], journal.Path, problems);
        var defaultName = ChooseDefault(section, settings.Payments, [.. declared.Select(one => one.Name)], problems);
        return problems.Count == 0
            ? new GatewaySnapshot(
                gateways,
                defaultName,
                settings,
                ConfigurationFingerprint.Of(registration.Configuration)
            )
            : throw new PaymentConfigurationException(problems);
    }

    private static void CheckFormerNames(
        PaymentsSection section,
        IReadOnlyList<GatewayParts?> parts,
        ProblemList problems
    )
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in parts.OfType<GatewayParts>())
        {
            foreach (var former in one.Options.FormerNames ?? [])
            {
                if (!GatewayName.IsValid(former) || !known.Add(former))
                {
                    problems.Add(
                        one.Place.Of(nameof(GatewayOptions.FormerNames)),
                        $"'{former}' is not a valid gateway name or is listed twice."
                    );
                }
            }
        }

        foreach (var former in known.Where(former => section.Gateways.Any(one => one.Name == former)))
        {
            problems.Add(section.GatewaysPath, $"'{former}' is both a gateway and a former name.");
        }
    }

    private static string ChooseDefault(
        PaymentsSection section,
        PaymentsOptions options,
        List<string> names,
        ProblemList problems
    )
    {
        if (names.Count == 0)
        {
            problems.Add(section.GatewaysPath, "contains no gateways; add at least one.");
            return "";
        }

        var place = section.PlaceOfDefault(options.Default);
        if (options.Default is not { Length: > 0 } name)
        {
            if (names.Count > 1)
            {
                problems.Add(place, $"is missing. Set it to one of: {string.Join(", ", names)}.");
            }

            return names[0];
        }

        if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(
                place,
                $"is {QuotedText.Of(name)}, which is not the name of a gateway.{NearestName.Hint(name, names)} Known names: {string.Join(", ", names)}."
            );
        }

        return name;
    }

    private IPaymentGateway Decorate(IPaymentGateway gateway) =>
        _decorators.Reverse().Aggregate(gateway, (inner, decorator) => decorator.Decorate(services, inner));
}

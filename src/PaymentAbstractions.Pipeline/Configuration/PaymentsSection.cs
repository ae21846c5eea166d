using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>
/// The declared payments, in configuration and code. Reads keys without a binder, because errors must contain their paths.
/// </summary>
internal sealed class PaymentsSection(PaymentsRegistration registration)
{
    private const string GatewaysKey = "Gateways";
    private const string DefaultKey = nameof(PaymentsOptions.Default);

    private readonly IConfigurationSection _section = registration.Configuration;

    public string GatewaysPath => registration.HasSection ? $"{_section.Path}:{GatewaysKey}" : GatewaysKey;

    /// <summary>The gateways in the configuration, followed by those that only code declares.</summary>
    public IEnumerable<GatewaySection> Gateways
    {
        get
        {
            var gateways = _section.GetSection(GatewaysKey);
            var configured = gateways.GetChildren().ToList();
            return
            [
                .. configured.Select(child => new GatewaySection(
                    child,
                    registration.InCode.FirstOrDefault(code => IsNamed(child, code))
                )),
                .. registration
                    .InCode.Where(code => !configured.Exists(child => IsNamed(child, code)))
                    .DistinctBy(code => code.Name, StringComparer.Ordinal)
                    .Select(code => new GatewaySection(gateways.GetSection(code.Name), code)),
            ];
        }
    }

    /// <summary>Returns the place of the option for the default gateway.</summary>
    /// <param name="name">The name after configuration and code are applied.</param>
    public string PlaceOfDefault(string? name)
    {
        var place = registration.PlaceOf(key: null, typeof(PaymentsOptions));
        var isChanged = name is not null && _section[DefaultKey] != name;
        return (isChanged ? place.With(new HashSet<string>(StringComparer.Ordinal) { DefaultKey }) : place).Of(
            DefaultKey
        );
    }

    public void Check(ProblemList problems)
    {
        string[] known =
        [
            DefaultKey,
            nameof(PaymentsOptions.EnforceRetryLimits),
            GatewaysKey,
            JournalSection.Key,
            nameof(PaymentsOptions.KeepAnswers),
            nameof(PaymentsOptions.KeyNamespace),
            RecoveryOptions.Key,
            ResilienceOptions.Key,
            ResponseCodesSection.Key,
        ];
        foreach (var child in _section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(child.Path, OptionText.UnknownKey(child.Key, "a setting", known));
            }
        }

        foreach (
            var twice in registration
                .InCode.GroupBy(code => code.Name, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
        )
        {
            var options = twice.First().Options.Name;
            problems.Add(
                $"{twice.Key}: {options}",
                $"is added {twice.Count()} times in code. Keep one call, and change its options with Configure<{options}>(\"{twice.Key}\", ...)."
            );
        }
    }

    private static bool IsNamed(IConfigurationSection section, CodeGateway code) =>
        section.Key.Equals(code.Name, StringComparison.OrdinalIgnoreCase);
}

using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>The whole section, read by hand: its keys are few and its errors must name their paths.</summary>
internal sealed class PaymentsSection
{
    private const string DefaultKey = "Default";
    private const string GatewaysKey = "Gateways";
    private const string EnforceRetryLimitsKey = "EnforceRetryLimits";
    private const string KeepAnswersKey = "KeepAnswers";
    private const string KeyNamespaceKey = "KeyNamespace";
    private readonly IConfigurationSection _section;

    public PaymentsSection(IConfigurationSection section)
    {
        _section = section;
    }

    public string Path => _section.Path;

    public string? Default => _section[DefaultKey] is { Length: > 0 } name ? name : null;

    public string DefaultPath => $"{Path}:{DefaultKey}";

    public string GatewaysPath => $"{Path}:{GatewaysKey}";

    public string KeyNamespace => _section[KeyNamespaceKey] is { Length: > 0 } text ? text : "payments";

    public IEnumerable<GatewaySection> Gateways =>
        _section.GetSection(GatewaysKey).GetChildren().Select(child => new GatewaySection(child));

    /// <summary>Of everything that a gateway is built from besides its own part.</summary>
    public string SharedFingerprint =>
        ConfigurationFingerprint.Of(_section, key => !IsOf(key, GatewaysKey) && !IsOf(key, RecoverySection.Key));

    public bool ReadEnforceRetryLimits(ProblemList problems) =>
        new SectionReader(_section, problems).Flag(EnforceRetryLimitsKey, usual: false);

    public bool ReadKeepAnswers(ProblemList problems) =>
        new SectionReader(_section, problems).Flag(KeepAnswersKey, usual: false);

    public void CheckKeys(ProblemList problems)
    {
        string[] known =
        [
            DefaultKey,
            EnforceRetryLimitsKey,
            GatewaysKey,
            JournalSection.Key,
            KeepAnswersKey,
            KeyNamespaceKey,
            RecoverySection.Key,
            ResilienceSection.Key,
            ResponseCodesSection.Key,
        ];
        foreach (var child in _section.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(child.Path, OptionText.UnknownKey(child.Key, "a setting", known));
            }
        }

        if (KeyNamespace.Length > 100)
        {
            problems.Add(
                $"{Path}:{KeyNamespaceKey}",
                $"has {KeyNamespace.Length} characters, at most 100 are allowed."
            );
        }
    }

    public ResponseCodeTable ReadResponseCodes(ProblemList problems) =>
        ResponseCodesSection.Read(_section.GetSection(ResponseCodesSection.Key), problems);

    private static bool IsOf(string key, string part) =>
        key.Equals(part, StringComparison.OrdinalIgnoreCase)
        || key.StartsWith(part + ":", StringComparison.OrdinalIgnoreCase)
        || key.Equals(DefaultKey, StringComparison.OrdinalIgnoreCase);
}

using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>The configuration of one gateway: a few keys are read here, the rest belongs to the provider.</summary>
internal sealed class GatewaySection
{
    private const string ProviderKey = "Provider";
    private const string EnvironmentKey = "Environment";
    private const string FormerNamesKey = "FormerNames";
    private readonly IConfigurationSection _section;

    public GatewaySection(IConfigurationSection section)
    {
        _section = section;
    }

    public string Name => _section.Key.ToLowerInvariant();

    public string Path => _section.Path;

    public string Fingerprint => ConfigurationFingerprint.Of(_section);

    public string? Provider => _section[ProviderKey];

    /// <summary>Whether the gateway moves real money: what does not say is taken for the real thing.</summary>
    public bool IsLive =>
        string.IsNullOrEmpty(_section[EnvironmentKey])
        || (
            EnumText.TryParse<GatewayEnvironment>(_section[EnvironmentKey], out var value)
            && value != GatewayEnvironment.Sandbox
        );

    public IReadOnlyList<string> FormerNames =>
        [.. _section.GetSection(FormerNamesKey).GetChildren().Select(child => child.Value ?? "")];

    public void CheckFormerNames(ProblemList problems)
    {
        if (!string.IsNullOrEmpty(_section[FormerNamesKey]))
        {
            problems.Add($"{Path}:{FormerNamesKey}", "must be a list of names.");
        }
    }

    public GatewayEnvironment? ReadEnvironment(ProblemList problems)
    {
        var text = _section[EnvironmentKey];
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (EnumText.TryParse<GatewayEnvironment>(text, out var value))
        {
            return value;
        }

        problems.Add($"{Path}:{EnvironmentKey}", OptionText.Choice(text, Enum.GetNames<GatewayEnvironment>()));
        return null;
    }

    /// <summary>Reads what the rules of commercial card data are told about the merchant.</summary>
    public MerchantFacts ReadMerchant(ProblemList problems) => new MerchantSection(_section).Read(problems);

    /// <summary>Reads how the provider's webhooks are authenticated.</summary>
    public WebhookSettings? ReadWebhooks(ProblemList problems) => WebhookSection.Read(_section, problems);

    /// <summary>Fills and checks the provider's options.</summary>
    public OptionsBinding Options(ProblemList problems) =>
        new(
            _section,
            [ProviderKey, EnvironmentKey, FormerNamesKey, WebhookSection.Key, .. MerchantSection.Keys],
            problems
        );
}

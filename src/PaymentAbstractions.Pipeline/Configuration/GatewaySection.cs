using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>The configuration of one gateway: three keys are read here, the rest belongs to the provider.</summary>
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

        problems.Add($"{Path}:{EnvironmentKey}", "must be Sandbox or Live.");
        return null;
    }

    /// <summary>Binds key by key, so that one value that cannot be converted does not hide the others.</summary>
    public void BindEach(IReadOnlyList<string> known, Action<IConfiguration> bind, ProblemList problems)
    {
        foreach (var child in _section.GetChildren())
        {
            if (IsOurs(child.Key))
            {
                continue;
            }

            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(child.Path, $"is not an option. Known are: {string.Join(", ", known)}.");
                continue;
            }

            try
            {
                bind(Only(child));
            }
#pragma warning disable CA1031 // Whatever a binder or the setter of an option throws is a problem of this key.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // The message may hold the value, which may be a secret.
                problems.Add(child.Path, Describe(exception));
            }
        }
    }

    // A binder by reflection wraps what a setter throws.
    private static string Describe(Exception exception) =>
        (exception as PaymentRequestException ?? exception.InnerException as PaymentRequestException)
            is { Problems: [var problem, ..] }
            ? problem.Message
            : "cannot be converted to the type of the option.";

    private static bool IsOurs(string key) =>
        string.Equals(key, ProviderKey, StringComparison.OrdinalIgnoreCase)
        || string.Equals(key, EnvironmentKey, StringComparison.OrdinalIgnoreCase)
        || string.Equals(key, FormerNamesKey, StringComparison.OrdinalIgnoreCase);

    private IConfigurationRoot Only(IConfigurationSection child)
    {
        var prefix = _section.Path.Length + 1;
        var values = child
            .AsEnumerable()
            .Select(pair => new KeyValuePair<string, string?>(pair.Key[prefix..], pair.Value));
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}

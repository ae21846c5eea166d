using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Formats the place of an option: its key path, or its member when code sets it.</summary>
/// <param name="section">The section of the option, whether or not it exists.</param>
/// <param name="inCode">The name of the options in code, for example <c>cards_eu: RebillyOptions</c>.</param>
/// <param name="prefersCode">Whether an option that is not set anywhere is reported as a member.</param>
internal sealed class OptionPlace(IConfigurationSection section, string inCode, bool prefersCode)
{
    /// <summary>The members that code changed after configuration was bound.</summary>
    public IReadOnlySet<string> Changed { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Returns the place of the options as a whole.</summary>
    public string Whole => prefersCode && !section.Exists() ? inCode : section.Path;

    /// <summary>Returns the place of one option. Colons separate nested members, as in configuration.</summary>
    public string Of(string option) =>
        Changed.Contains(option.Split(':')[0]) || (prefersCode && !section.GetSection(option).Exists())
            ? $"{inCode}.{option.Replace(':', '.')}"
            : $"{section.Path}:{option}";

    public OptionPlace With(IReadOnlySet<string> changed) => new(section, inCode, prefersCode) { Changed = changed };
}

using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Names the place of an option: its key path, or its member when code sets it.</summary>
/// <param name="section">Where configuration has it, or would.</param>
/// <param name="inCode">What code calls the options, for example <c>cards_eu: RebillyOptions</c>.</param>
/// <param name="prefersCode">Whether an option that is set nowhere belongs into code.</param>
internal sealed class OptionPlace(IConfigurationSection section, string inCode, bool prefersCode)
{
    /// <summary>The members that code has changed after the configuration was read.</summary>
    public IReadOnlySet<string> Changed { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Of the options as a whole.</summary>
    public string Whole => prefersCode && !section.Exists() ? inCode : section.Path;

    /// <summary>Of one option; those of an object are separated by colons, as in configuration.</summary>
    public string Of(string option) =>
        Changed.Contains(option.Split(':')[0]) || (prefersCode && !section.GetSection(option).Exists())
            ? $"{inCode}.{option.Replace(':', '.')}"
            : $"{section.Path}:{option}";

    public OptionPlace With(IReadOnlySet<string> changed) => new(section, inCode, prefersCode) { Changed = changed };
}

using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Says where an option is set: by its key path, or by its member when code sets it.</summary>
/// <param name="section">Where configuration would have it.</param>
/// <param name="member">What code calls the options, for example <c>cards_eu: RebillyOptions</c>; none when only configuration sets them.</param>
internal sealed class OptionPlace(IConfigurationSection section, string? member)
{
    /// <summary>Of the options as a whole.</summary>
    public string Whole => member is not null && !section.Exists() ? member : section.Path;

    /// <summary>Of one option; those of an object are separated by colons, as in configuration.</summary>
    public string Of(string option) =>
        member is null || section.GetSection(option).Exists()
            ? $"{section.Path}:{option}"
            : $"{member}.{option.Replace(':', '.')}";
}

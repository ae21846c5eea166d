using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>
/// Overrides rows of the response code table, by brand and code:
/// <c>"ResponseCodes": { "Version": "house-1", "Visa": { "83": { "Advice": "DoNotRetry" } }, "Neutral": { ... } }</c>. Values that a row
/// does not set remain unchanged.
/// </summary>
internal static class ResponseCodesSection
{
    public const string Key = "ResponseCodes";
    private const string VersionKey = "Version";
    private const string Neutral = "Neutral";

    private static readonly string[] Members =
    [
        nameof(ResponseRow.Meaning),
        nameof(ResponseRow.Category),
        nameof(ResponseRow.Advice),
        nameof(ResponseRow.RetryCategory),
    ];

    public static ResponseCodeTable Read(IConfigurationSection section, ProblemList problems)
    {
        var before = problems.Count;
        var rows = section
            .GetChildren()
            .Where(static child => !child.Key.Equals(VersionKey, StringComparison.OrdinalIgnoreCase))
            .Where(child => IsBrand(child, problems))
            .SelectMany(brand => brand.GetChildren().Select(code => RowOf(brand.Key, code, problems)))
            .ToList();
        if (rows.Count == 0 || problems.Count > before)
        {
            return ResponseCodeTable.Default;
        }

        try
        {
            return ResponseCodeTable.Default.With(section[VersionKey] ?? "configured", rows);
        }
        catch (ArgumentException exception)
        {
            problems.Add(section.Path, exception.Message);
            return ResponseCodeTable.Default;
        }
    }

    // Maestro uses the rows of Mastercard, so rows of its own would have no effect.
    private static bool IsBrand(IConfigurationSection section, ProblemList problems)
    {
        var brand = CardBrand.FromProvider(section.Key);
        if (
            section.Key.Equals(Neutral, StringComparison.OrdinalIgnoreCase)
            || (CardBrand.All.Contains(brand) && brand != CardBrand.Maestro)
        )
        {
            return true;
        }

        var known = CardBrand.All.Where(static one => one != CardBrand.Maestro).Select(static one => one.Value);
        problems.Add(section.Path, OptionText.UnknownKey(section.Key, "a card brand with rows", [Neutral, .. known]));
        return false;
    }

    private static ResponseRow RowOf(string brandName, IConfigurationSection section, ProblemList problems)
    {
        var brand = brandName.Equals(Neutral, StringComparison.OrdinalIgnoreCase)
            ? default
            : CardBrand.FromProvider(brandName);
        var code = section.Key.ToUpperInvariant();
        var row =
            ResponseCodeTable.Default.Rows.FirstOrDefault(row =>
                row.Code == code && row.Brand == brand && !row.IsForUnauthenticated
            )
            ?? ResponseCodeTable.Default.Rows.FirstOrDefault(row => row.Code == code && !row.Brand.IsSpecified)
            ?? new ResponseRow(code, "", ResponseCategory.Unmapped, ResponseAdvice.None);
        if (section.Value is not null)
        {
            problems.Add(
                section.Path,
                $"is '{section.Value}', and must name at least one of {string.Join(", ", Members)}."
            );
        }

        foreach (var child in section.GetChildren())
        {
            if (!Members.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(child.Path, OptionText.UnknownKey(child.Key, "a setting", Members));
            }
        }

        return row with
        {
            Brand = brand,
            Meaning = section[nameof(row.Meaning)] ?? row.Meaning,
            Category = Read(section, nameof(row.Category), row.Category, problems),
            Advice = Read(section, nameof(row.Advice), row.Advice, problems),
            RetryCategory = Read(section, nameof(row.RetryCategory), row.RetryCategory, problems),
            Source = "configuration",
            IsUnconfirmed = false,
        };
    }

    private static T Read<T>(IConfigurationSection section, string name, T usual, ProblemList problems)
        where T : struct, Enum
    {
        if (section[name] is not { } text)
        {
            return usual;
        }

        if (EnumText.TryParse<T>(text, out var value))
        {
            return value;
        }

        problems.Add($"{section.Path}:{name}", OptionText.Choice(text, Enum.GetNames<T>()));
        return usual;
    }
}

using Microsoft.Extensions.Configuration;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Reads what the section of a gateway says about the merchant.</summary>
internal sealed class MerchantSection(IConfigurationSection section)
{
    private const string NameKey = "MerchantName";
    private const string TaxIdKey = "MerchantTaxId";
    private const string CountryKey = "MerchantCountry";
    private const string CategoryKey = "MerchantCategoryCode";
    private const string OptInKey = "CommercialDataOptIn";
    private const int LongestName = 100;
    private const int LongestTaxId = 20;
    private const int CategoryDigits = 4;

    public static IReadOnlyList<string> Keys { get; } = [NameKey, TaxIdKey, CountryKey, CategoryKey, OptInKey];

    public MerchantFacts Read(ProblemList problems) =>
        new(
            Text(NameKey, LongestName, problems),
            Text(TaxIdKey, LongestTaxId, problems),
            ReadCountry(problems),
            ReadCategory(problems),
            ReadOptedIn(problems)
        );

    private string? Text(string key, int longest, ProblemList problems)
    {
        var text = section[key];
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > longest || text.Any(char.IsControl))
        {
            problems.Add(
                $"{section.Path}:{key}",
                $"must have 1 to {longest} characters, not only spaces and none of them control characters, and has {text.Length}."
            );
        }

        return text;
    }

    private string? ReadCountry(ProblemList problems)
    {
        if (section[CountryKey] is not { Length: > 0 } code)
        {
            return null;
        }

        if (Country.ProblemOf(code) is { } problem)
        {
            problems.Add($"{section.Path}:{CountryKey}", problem);
        }

        return code;
    }

    private string? ReadCategory(ProblemList problems)
    {
        if (section[CategoryKey] is not { Length: > 0 } code)
        {
            return null;
        }

        if (code.Length != CategoryDigits || !code.All(char.IsAsciiDigit))
        {
            problems.Add(
                $"{section.Path}:{CategoryKey}",
                $"is {QuotedText.Of(code)}, and must be the four digits of a merchant category code, such as 5999."
            );
        }

        return code;
    }

    // "Visa, American Express", or a list.
    private List<CardBrand> ReadOptedIn(ProblemList problems)
    {
        var names = section[OptInKey] is { Length: > 0 } text
            ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : section.GetSection(OptInKey).GetChildren().Select(static child => child.Value ?? "");
        var brands = new List<CardBrand>();
        foreach (var name in names)
        {
            var brand = CardBrand.FromProvider(name);
            if (CardBrand.All.Contains(brand))
            {
                brands.Add(brand);
            }
            else
            {
                problems.Add(
                    $"{section.Path}:{OptInKey}",
                    OptionText.Choice(name, [.. CardBrand.All.Select(static one => one.Value)])
                );
            }
        }

        return brands;
    }
}

using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Validates the options that every gateway has.</summary>
internal static class GatewayOptionsRules
{
    private const int MaxNameLength = 100;
    private const int MaxTaxIdLength = 20;
    private const int CategoryDigits = 4;

    public static void Check(GatewayOptions options, ProblemList problems)
    {
        if (options.Environment is { } environment && !Enum.IsDefined(environment))
        {
            problems.Add(
                nameof(options.Environment),
                OptionText.Choice($"{environment}", Enum.GetNames<GatewayEnvironment>())
            );
        }

        CheckText(nameof(options.MerchantName), options.MerchantName, MaxNameLength, problems);
        CheckText(nameof(options.MerchantTaxId), options.MerchantTaxId, MaxTaxIdLength, problems);
        if (options.MerchantCountry is { } country && Country.ProblemOf(country) is { } problem)
        {
            problems.Add(nameof(options.MerchantCountry), problem);
        }

        if (options.MerchantCategoryCode is { } code && (code.Length != CategoryDigits || !code.All(char.IsAsciiDigit)))
        {
            problems.Add(
                nameof(options.MerchantCategoryCode),
                $"is {QuotedText.Of(code)}, and must be the four digits of a merchant category code, such as 5999."
            );
        }

        foreach (var brand in (options.CommercialDataOptIn ?? []).Where(brand => !CardBrand.All.Contains(brand)))
        {
            problems.Add(
                nameof(options.CommercialDataOptIn),
                OptionText.Choice(brand.Value, [.. CardBrand.All.Select(static one => one.Value)])
            );
        }

        if (options.Webhooks is { } webhooks)
        {
            WebhookRules.Check(webhooks, problems);
        }
    }

    private static void CheckText(string option, string? text, int max, ProblemList problems)
    {
        if (text is not null && (string.IsNullOrWhiteSpace(text) || text.Length > max || text.Any(char.IsControl)))
        {
            problems.Add(
                option,
                $"must have 1 to {max} characters, not only spaces and none of them control characters, and has {text.Length}."
            );
        }
    }
}

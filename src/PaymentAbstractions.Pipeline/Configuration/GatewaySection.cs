using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>One gateway as it is declared, in configuration, in code or in both: a few keys are read here, the rest belongs to the provider.</summary>
/// <param name="section">Its section; empty when only code has it.</param>
/// <param name="code">What code says; none when only configuration has it.</param>
internal sealed class GatewaySection(IConfigurationSection section, CodeGateway? code)
{
    private const string ProviderKey = "Provider";

    private static readonly string[] OwnKeys =
    [
        ProviderKey,
        .. typeof(GatewayOptions).GetProperties().Select(static property => property.Name),
    ];

    public string Name { get; } = code?.Name ?? section.Key.ToLowerInvariant();

    public string? Provider => section[ProviderKey] is { Length: > 0 } name ? name : code?.Provider;

    /// <summary>Where its options are set.</summary>
    public OptionPlace Place { get; private set; } = PlaceOf(section, code, code?.Options.Name ?? "");

    /// <summary>Adds what is wrong with the declaration itself.</summary>
    public void Check(ProblemList problems)
    {
        if (!GatewayName.IsValid(Name))
        {
            problems.Add(Place.Whole, $"has a name that is not {GatewayName.Form}.");
        }

        if (
            code is not null
            && section[ProviderKey] is { Length: > 0 } named
            && !named.Equals(code.Provider, StringComparison.OrdinalIgnoreCase)
        )
        {
            problems.Add(
                Place.Of(ProviderKey),
                $"is '{named}', but code adds '{Name}' as a gateway of {code.Provider}. Give one of the two another name."
            );
        }
    }

    /// <summary>The former names, read without the provider.</summary>
    public IEnumerable<string> FormerNamesOf(IServiceProvider services) =>
        new SectionReader(section, new ProblemList())
            .List(nameof(GatewayOptions.FormerNames))
            .Concat(code?.Read(services).FormerNames ?? []);

    /// <summary>Remembers what code has set.</summary>
    public void SetInCode(Type options, IReadOnlySet<string> changed) =>
        Place = PlaceOf(section, code, options.Name).With(changed);

    /// <summary>Fills and checks options of the provider.</summary>
    public OptionsBinding Binding(ProblemList problems) => new(section, OwnKeys, Place, problems);

    /// <summary>Reads what every gateway has. Whether it makes sense is checked afterwards.</summary>
    public void Read(GatewayOptions options, ProblemList problems)
    {
        var reader = new SectionReader(section, problems);
        options.Environment = reader.Choice<GatewayEnvironment>(nameof(options.Environment));
        options.MerchantName = reader.Text(nameof(options.MerchantName));
        options.MerchantTaxId = reader.Text(nameof(options.MerchantTaxId));
        options.MerchantCountry = reader.Text(nameof(options.MerchantCountry));
        options.MerchantCategoryCode = reader.Text(nameof(options.MerchantCategoryCode));
        options.FormerNames = [.. reader.List(nameof(options.FormerNames), "must be a list of names.")];
        // "Visa, American Express", or a list. A brand that does not exist is found by the check.
        var brands = reader.Text(nameof(options.CommercialDataOptIn)) is { } text
            ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : reader.List(nameof(options.CommercialDataOptIn));
        options.CommercialDataOptIn = [.. brands.Select(CardBrand.FromProvider)];
        options.Webhooks = WebhookSection.Read(section, problems);
    }

    private static OptionPlace PlaceOf(IConfigurationSection section, CodeGateway? code, string options) =>
        new(section, $"{code?.Name ?? section.Key.ToLowerInvariant()}: {options}", prefersCode: code is not null);
}

using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>The declaration of a gateway, in configuration, code or both. Reads the shared keys; the provider reads the others.</summary>
/// <param name="section">The gateway's section; empty when only code declares it.</param>
/// <param name="code">The declaration in code; <see langword="null"/> when only configuration declares it.</param>
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

    /// <summary>The place where the options are set.</summary>
    public OptionPlace Place { get; private set; } = PlaceOf(section, code, code?.Options.Name ?? "");

    /// <summary>Validates the declaration itself.</summary>
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

    /// <summary>The earlier names, read without the provider.</summary>
    public IEnumerable<string> FormerNamesOf(IServiceProvider services) =>
        new SectionReader(section, new ProblemList())
            .List(nameof(GatewayOptions.FormerNames))
            .Concat(code?.Read(services).FormerNames ?? []);

    /// <summary>Records the members that code has set.</summary>
    public void SetInCode(Type options, IReadOnlySet<string> changed) =>
        Place = PlaceOf(section, code, options.Name).With(changed);

    /// <summary>Binds and checks the provider's options.</summary>
    public OptionsBinding Binding(ProblemList problems) => new(section, OwnKeys, Place, problems);

    /// <summary>Reads the options that every gateway has. They are validated later.</summary>
    public void Read(GatewayOptions options, ProblemList problems)
    {
        var reader = new SectionReader(section, problems);
        options.Environment = reader.Choice<GatewayEnvironment>(nameof(options.Environment));
        options.MerchantName = reader.Text(nameof(options.MerchantName));
        options.MerchantTaxId = reader.Text(nameof(options.MerchantTaxId));
        options.MerchantCountry = reader.Text(nameof(options.MerchantCountry));
        options.MerchantCategoryCode = reader.Text(nameof(options.MerchantCategoryCode));
        options.FormerNames = [.. reader.List(nameof(options.FormerNames), "must be a list of names.")];
        // "Visa, American Express", or a list. The validation reports unknown brands.
        var brands = reader.Text(nameof(options.CommercialDataOptIn)) is { } text
            ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : reader.List(nameof(options.CommercialDataOptIn));
        options.CommercialDataOptIn = [.. brands.Select(CardBrand.FromProvider)];
        options.Webhooks = WebhookSection.Read(section, problems);
    }

    private static OptionPlace PlaceOf(IConfigurationSection section, CodeGateway? code, string options) =>
        new(section, $"{code?.Name ?? section.Key.ToLowerInvariant()}: {options}", prefersCode: code is not null);
}

using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>The declarations of the application's payments: a section of its configuration, code, or both.</summary>
internal sealed class PaymentsRegistration
{
    private static readonly IConfigurationSection Nothing = new ConfigurationBuilder().Build().GetSection("Payments");

    private readonly List<CodeGateway> _gateways = [];

    /// <summary>The section; empty when everything is declared in code.</summary>
    public IConfigurationSection Configuration { get; private set; } = Nothing;

    public bool HasSection => Configuration != Nothing;

    /// <summary>The gateways added in code, in their order.</summary>
    public IReadOnlyList<CodeGateway> InCode => _gateways;

    /// <exception cref="InvalidOperationException">There is already another section.</exception>
    public void Use(IConfigurationSection configuration)
    {
        if (HasSection && !string.Equals(Configuration.Path, configuration.Path, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                $"Payments were already added with the section '{Configuration.Path}'. An application can use only one section."
            );
        }

        // The same section again changes nothing, because changes of the first one are already followed.
        Configuration = HasSection ? Configuration : configuration;
    }

    public void Add(CodeGateway gateway) => _gateways.Add(gateway);

    /// <summary>Returns the place where an option for all gateways is set.</summary>
    /// <param name="key">The key of the subsection of payments; <see langword="null"/> for options directly below payments.</param>
    /// <param name="options">The class of the options.</param>
    public OptionPlace PlaceOf(string? key, Type options) =>
        new(key is null ? Configuration : Configuration.GetSection(key), options.Name, prefersCode: !HasSection);
}

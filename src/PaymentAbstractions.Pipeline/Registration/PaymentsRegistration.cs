using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Where the application's payments are declared: in a section of its configuration, in code, or in both.</summary>
internal sealed class PaymentsRegistration
{
    private static readonly IConfigurationSection Nothing = new ConfigurationBuilder().Build().GetSection("Payments");

    private readonly List<CodeGateway> _gateways = [];

    /// <summary>The section; empty when everything is in code.</summary>
    public IConfigurationSection Configuration { get; private set; } = Nothing;

    public bool HasSection => Configuration != Nothing;

    /// <summary>The gateways that code adds, in their order.</summary>
    public IReadOnlyList<CodeGateway> InCode => _gateways;

    /// <exception cref="InvalidOperationException">There is another section already.</exception>
    public void Use(IConfigurationSection configuration)
    {
        if (HasSection && !string.Equals(Configuration.Path, configuration.Path, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                $"Payments were added with the section '{Configuration.Path}' before; one application has one section."
            );
        }

        // The same section again changes nothing: the first one is followed already.
        Configuration = HasSection ? Configuration : configuration;
    }

    public void Add(CodeGateway gateway) => _gateways.Add(gateway);

    /// <summary>Where an option of all gateways is set.</summary>
    /// <param name="key">The key of the section below that of the payments; none for theirs.</param>
    /// <param name="options">The class of the options.</param>
    public OptionPlace PlaceOf(string? key, Type options) =>
        new(key is null ? Configuration : Configuration.GetSection(key), options.Name, prefersCode: !HasSection);
}

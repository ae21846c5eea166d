using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace PaymentAbstractions;

/// <summary>A payment provider that configuration can name. Derive from <see cref="PaymentProvider{TOptions}"/>.</summary>
/// <remarks>Must have a public parameterless constructor and no state.</remarks>
public abstract class PaymentProvider
{
    private protected PaymentProvider() { }

    /// <summary>The name in configuration, for example <c>Rebilly</c>; case does not matter.</summary>
    public abstract string Name { get; }

    /// <summary>Registers the services that the provider's adapters need, once per container. A second call must be harmless.</summary>
    /// <param name="services">The service collection.</param>
    protected internal virtual void ConfigureServices(IServiceCollection services) { }

    /// <summary>Makes <c>IOptionsMonitor</c> return the options that the gateways use.</summary>
    internal abstract void AddOptions(IServiceCollection services);

    /// <summary>Returns the change tokens of the provider's options.</summary>
    internal abstract IEnumerable<Func<IChangeToken>> ChangesOf(IServiceProvider services);

    /// <summary>Creates the options of a gateway and adds their problems.</summary>
    internal abstract GatewayOptions Read(GatewaySection section, IServiceProvider services, ProblemList problems);

    /// <summary>Validates the options.</summary>
    internal abstract void Check(
        GatewaySection section,
        GatewayOptions options,
        GatewayContext context,
        ProblemList problems
    );

    internal abstract bool AreSame(GatewayOptions one, GatewayOptions other);

    internal abstract PaymentAdapter Create(GatewayOptions options, GatewayContext context);
}

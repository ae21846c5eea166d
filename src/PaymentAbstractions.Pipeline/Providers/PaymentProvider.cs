using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace PaymentAbstractions;

/// <summary>A payment provider that configuration can name. Derive from <see cref="PaymentProvider{TOptions}"/>.</summary>
/// <remarks>Has a public parameterless constructor and no state.</remarks>
public abstract class PaymentProvider
{
    private protected PaymentProvider() { }

    /// <summary>The name that configuration uses, for example <c>Rebilly</c>; case does not matter.</summary>
    public abstract string Name { get; }

    /// <summary>Registers what the provider's adapters need, once per container. Must bear being called twice.</summary>
    /// <param name="services">The services.</param>
    protected internal virtual void ConfigureServices(IServiceCollection services) { }

    /// <summary>Makes <c>IOptionsMonitor</c> show the options that the gateways use.</summary>
    internal abstract void AddOptions(IServiceCollection services);

    /// <summary>What the application follows, so that its options change with it.</summary>
    internal abstract IEnumerable<Func<IChangeToken>> ChangesOf(IServiceProvider services);

    /// <summary>Makes the options of a gateway; what is wrong with them so far is added to the problems.</summary>
    internal abstract GatewayOptions Read(GatewaySection section, IServiceProvider services, ProblemList problems);

    /// <summary>Adds what is wrong with the options.</summary>
    internal abstract void Check(
        GatewaySection section,
        GatewayOptions options,
        GatewayContext context,
        ProblemList problems
    );

    internal abstract bool AreSame(GatewayOptions one, GatewayOptions other);

    internal abstract PaymentAdapter Create(GatewayOptions options, GatewayContext context);
}

using Microsoft.Extensions.DependencyInjection;

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

    internal abstract PaymentAdapter? Build(GatewaySection section, GatewayContext context, ProblemList problems);
}

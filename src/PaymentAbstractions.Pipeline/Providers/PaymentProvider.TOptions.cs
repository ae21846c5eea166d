using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>A payment provider with its options.</summary>
/// <typeparam name="TOptions">A plain class; its public settable properties are the keys that configuration may use.</typeparam>
/// <remarks>
/// <c>Provider</c>, <c>Environment</c> and <c>FormerNames</c> are read by the pipeline and never reach
/// <typeparamref name="TOptions"/>. Call the generated binder in <see cref="Bind"/>, in the provider's own assembly.
/// </remarks>
public abstract class PaymentProvider<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions
> : PaymentProvider
    where TOptions : class, new()
{
    /// <summary>Copies configuration into the options.</summary>
    /// <param name="configuration">The gateway's section, or a part of it; may be called several times.</param>
    /// <param name="options">The options to fill.</param>
    protected abstract void Bind(IConfiguration configuration, TOptions options);

    /// <summary>Adds everything that is wrong with the options.</summary>
    /// <param name="options">The options as bound.</param>
    /// <param name="context">The gateway that they are for.</param>
    /// <param name="problems">Where to add the problems.</param>
    protected abstract void Validate(TOptions options, GatewayContext context, ProblemList problems);

    /// <summary>Makes the adapter of one gateway. Opens no connection.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="context">The gateway.</param>
    /// <returns>The adapter.</returns>
    protected abstract PaymentAdapter CreateAdapter(TOptions options, GatewayContext context);

    internal sealed override PaymentAdapter? Build(GatewaySection section, GatewayContext context, ProblemList problems)
    {
        var before = problems.Count;
        var options = new TOptions();
        var binding = section.Options(problems);
        binding.Bind(typeof(TOptions).GetProperties(), part => Bind(part, options));
        binding.Validate(invalid => Validate(options, context, invalid));
        return problems.Count == before ? CreateAdapter(options, context) : null;
    }
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace PaymentAbstractions;

/// <summary>A payment provider with its options.</summary>
/// <typeparam name="TOptions">
/// A class that derives from <see cref="GatewayOptions"/>. Its public settable properties are the configuration keys.
/// </typeparam>
/// <remarks>
/// The pipeline reads and validates <c>Provider</c> and the options of <see cref="GatewayOptions"/>. In <see cref="Bind"/>, call the
/// configuration binder that is generated in the provider's own assembly.
/// </remarks>
public abstract class PaymentProvider<
    [DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor
    )]
        TOptions
> : PaymentProvider
    where TOptions : GatewayOptions, new()
{
    /// <summary>Binds configuration to the options.</summary>
    /// <param name="configuration">A part of the gateway's section. The method can be called several times.</param>
    /// <param name="options">The options to fill.</param>
    protected abstract void Bind(IConfiguration configuration, TOptions options);

    /// <summary>Validates the provider's own options.</summary>
    /// <param name="options">The options after configuration and code were applied.</param>
    /// <param name="context">The gateway that the options are for.</param>
    /// <param name="problems">The list to add problems to.</param>
    protected abstract void Validate(TOptions options, GatewayContext context, ProblemList problems);

    /// <summary>Creates the adapter of one gateway. Opens no connection.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="context">The gateway.</param>
    /// <returns>The adapter.</returns>
    protected abstract PaymentAdapter CreateAdapter(TOptions options, GatewayContext context);

    internal sealed override void AddOptions(IServiceCollection services) => UsedOptions.Add<TOptions>(services);

    internal sealed override IEnumerable<Func<IChangeToken>> ChangesOf(IServiceProvider services) =>
        UsedOptions.ChangesOf<TOptions>(services);

    internal sealed override GatewayOptions Read(
        GatewaySection section,
        IServiceProvider services,
        ProblemList problems
    )
    {
        var (options, changed, failures) = MadeOptions<TOptions>.Of(
            services,
            section.Name,
            one =>
            {
                section.Read(one, problems);
                section.Binding(problems).Bind(typeof(TOptions).GetProperties(), part => Bind(part, one));
            }
        );
        section.SetInCode(typeof(TOptions), changed);
        foreach (var failure in failures)
        {
            problems.Add(section.Place.Whole, failure);
        }

        return options;
    }

    internal sealed override void Check(
        GatewaySection section,
        GatewayOptions options,
        GatewayContext context,
        ProblemList problems
    ) =>
        section
            .Binding(problems)
            .Validate(invalid =>
            {
                GatewayOptionsRules.Check(options, invalid);
                Validate((TOptions)options, context, invalid);
            });

    internal sealed override bool AreSame(GatewayOptions one, GatewayOptions other) =>
        one is TOptions made && other is TOptions before && SameOptions.Are(made, before);

    internal sealed override PaymentAdapter Create(GatewayOptions options, GatewayContext context) =>
        CreateAdapter((TOptions)options, context);
}

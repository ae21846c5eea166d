using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PaymentAbstractions;

/// <summary>
/// Makes options as .NET does, on configuration that is read first: then Configure in the order in which it was added, then PostConfigure,
/// then validation. What is wrong is returned instead of thrown, so that it can be reported with everything else.
/// </summary>
internal static class MadeOptions
{
    /// <param name="services">Where the application registered what it does to the options.</param>
    /// <param name="name">The name of the options.</param>
    /// <param name="read">Reads configuration into new options.</param>
    /// <returns>The options, and what the application's own validation says of them.</returns>
    public static (TOptions Options, IEnumerable<string> Failures) Of<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
    >(IServiceProvider services, string name, Action<TOptions> read)
        where TOptions : class, new()
    {
        var factory = new Factory<TOptions>(services, read);
        try
        {
            return (factory.Create(name), []);
        }
        catch (OptionsValidationException exception)
        {
            return (factory.Made!, exception.Failures);
        }
    }

    /// <summary>Whether the application sets any options of a type in code.</summary>
    public static bool AreSetInCode<TOptions>(IServiceProvider services)
        where TOptions : class =>
        services.GetServices<IConfigureOptions<TOptions>>().Any()
        || services.GetServices<IPostConfigureOptions<TOptions>>().Any();

    private sealed class Factory<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
    >(IServiceProvider services, Action<TOptions> read)
        : OptionsFactory<TOptions>(
            services.GetServices<IConfigureOptions<TOptions>>(),
            services.GetServices<IPostConfigureOptions<TOptions>>(),
            services.GetServices<IValidateOptions<TOptions>>()
        )
        where TOptions : class
    {
        public TOptions? Made { get; private set; }

        protected override TOptions CreateInstance(string name)
        {
            Made = base.CreateInstance(name);
            read(Made);
            return Made;
        }
    }
}

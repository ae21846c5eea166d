using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PaymentAbstractions;

/// <summary>
/// Creates options as .NET does, after configuration is bound: Configure in the order of registration, then PostConfigure, then
/// validation. Failures are returned instead of thrown, so that one error can list all problems.
/// </summary>
/// <param name="Options">The options.</param>
/// <param name="Changed">The members that code changed after configuration was bound.</param>
/// <param name="Failures">The failures of the application's own validation.</param>
internal sealed record MadeOptions<
    [DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor
    )]
        TOptions
>(TOptions Options, IReadOnlySet<string> Changed, IEnumerable<string> Failures)
    where TOptions : class
{
    /// <param name="services">The services in which the application registered its options actions.</param>
    /// <param name="name">The name of the options.</param>
    /// <param name="read">Binds configuration to new options.</param>
    public static MadeOptions<TOptions> Of(IServiceProvider services, string name, Action<TOptions> read)
    {
        var factory = new Factory(
            [.. services.GetServices<IConfigureOptions<TOptions>>()],
            [.. services.GetServices<IPostConfigureOptions<TOptions>>()],
            services.GetServices<IValidateOptions<TOptions>>(),
            read
        );
        IEnumerable<string> failures = [];
        try
        {
            factory.Create(name);
        }
        catch (OptionsValidationException exception)
        {
            failures = exception.Failures;
        }
        catch (InvalidOperationException exception) when (exception.InnerException is not null)
        {
            // How .NET's binder says that it cannot convert a value, which its message quotes.
            failures = [BindingProblem.Of(typeof(TOptions), exception)];
        }

        return new MadeOptions<TOptions>(factory.Made!, factory.Changed, failures);
    }

    private sealed class Factory(
        IConfigureOptions<TOptions>[] configures,
        IPostConfigureOptions<TOptions>[] postConfigures,
        IEnumerable<IValidateOptions<TOptions>> validations,
        Action<TOptions> read
    ) : OptionsFactory<TOptions>(configures, postConfigures, validations)
    {
        private List<(PropertyInfo Property, object? Value)> _read = [];

        public TOptions? Made { get; private set; }

        public HashSet<string> Changed =>
            [
                .. _read
                    .Where(one => !SameOptions.AreEqual(one.Property.GetValue(Made), one.Value))
                    .Select(one => one.Property.Name),
            ];

        protected override TOptions CreateInstance(string name)
        {
            Made = base.CreateInstance(name);
            read(Made);
            // Reflection is slow when it is first used, and most options are not changed by code.
            if (configures.Length + postConfigures.Length > 0)
            {
                _read = SameOptions.PropertiesOf<TOptions>().Select(one => (one, one.GetValue(Made))).ToList();
            }

            return Made;
        }
    }
}

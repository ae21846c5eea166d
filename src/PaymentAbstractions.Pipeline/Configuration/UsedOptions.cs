using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PaymentAbstractions;

/// <summary>The options that are in use, as one whole: those of every gateway by its name, and those of all.</summary>
/// <remarks>Thread-safe; replaced as a whole when a change is accepted, so that nobody sees options that are not in use.</remarks>
internal sealed class UsedOptions(IServiceProvider services)
{
    private volatile FrozenDictionary<(Type Type, string Name), object>? _used;
    private volatile int _maker;

    /// <summary>Raised after a replacement, with what has changed.</summary>
    public event Action<IReadOnlyList<(Type Type, string Name)>>? Changed;

    /// <summary>Has a class of options shown as it is used, wherever the application asks for it.</summary>
    public static void Add<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
    >(IServiceCollection services)
        where TOptions : class
    {
        services.AddOptions();
        services.TryAddSingleton<IOptionsFactory<TOptions>, UsedOptionsFactory<TOptions>>();
        services.TryAddSingleton<IOptionsMonitor<TOptions>, UsedOptionsMonitor<TOptions>>();
    }

    /// <summary>What the application follows for a class of options.</summary>
    public static IEnumerable<Func<IChangeToken>> ChangesOf<TOptions>(IServiceProvider services) =>
        services
            .GetServices<IOptionsChangeTokenSource<TOptions>>()
            .Select(source => (Func<IChangeToken>)source.GetChangeToken);

    /// <summary>The options in use; none for a name that no gateway has.</summary>
    /// <exception cref="PaymentConfigurationException">They are used by nothing yet, and have problems; all of them are listed.</exception>
    /// <exception cref="InvalidOperationException">A gateway asks for options while it is made.</exception>
    public TOptions? Find<TOptions>(string name)
        where TOptions : class
    {
        if (_used is null)
        {
            if (_maker == Environment.CurrentManagedThreadId)
            {
                throw new InvalidOperationException(
                    $"{typeof(TOptions).Name} cannot be asked for while the gateways are made. An adapter gets its options from CreateAdapter."
                );
            }

            services.GetRequiredService<IPaymentGateways>();
        }

        return _used?.GetValueOrDefault((typeof(TOptions), name)) as TOptions;
    }

    /// <summary>Whether options of that name are those of a gateway, or of all.</summary>
    public bool Has<TOptions>(string name) => _used?.ContainsKey((typeof(TOptions), name)) == true;

    /// <summary>Runs the making of the first options, during which there are none to show.</summary>
    public void Make(Action make)
    {
        _maker = Environment.CurrentManagedThreadId;
        try
        {
            make();
        }
        finally
        {
            _maker = 0;
        }
    }

    /// <returns>Tells those who follow the options what has changed; call it when everything else is in place.</returns>
    public Action Replace(GatewaySnapshot snapshot)
    {
        var settings = snapshot.Settings;
        object[] shared = [settings.Payments, settings.Journal, settings.Resilience, settings.Recovery];
        var before = _used;
        var after = shared
            .Select(options => (options.GetType(), Options.DefaultName, Options: options))
            .Concat(
                snapshot.Gateways.Select(one =>
                    (one.Options.GetType(), one.Configured.Name, Options: (object)one.Options)
                )
            )
            .ToFrozenDictionary(one => (one.Item1, one.Item2), one => one.Options);
        _used = after;
        return before is null
            ? static () => { }
            : () =>
                Changed?.Invoke([
                    .. after.Where(one => before.GetValueOrDefault(one.Key) != one.Value).Select(one => one.Key),
                ]);
    }
}

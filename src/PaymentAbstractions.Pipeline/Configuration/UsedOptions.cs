using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PaymentAbstractions;

/// <summary>All options in use: the options of every gateway by name, and the shared options.</summary>
/// <remarks>Thread-safe. Accepted changes replace all options at once, so that no reader sees options that are not in use.</remarks>
internal sealed class UsedOptions(IServiceProvider services)
{
    private volatile Dictionary<(Type Type, string Name), object>? _used;
    private volatile int _maker;

    /// <summary>Raised after a replacement, with the changed options.</summary>
#pragma warning disable MA0046 // Internal: there is one sender per container, and its listeners need only the changes.
    public event Action<IReadOnlyList<(Type Type, string Name)>>? Changed;
#pragma warning restore MA0046

    /// <summary>Makes <c>IOptionsMonitor</c> and <c>IOptionsSnapshot</c> return the options in use of a class.</summary>
    public static void Add<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
    >(IServiceCollection services)
        where TOptions : class
    {
        services.AddOptions();
        services.TryAddSingleton<IOptionsFactory<TOptions>, UsedOptionsFactory<TOptions>>();
        services.TryAddSingleton<IOptionsMonitor<TOptions>, UsedOptionsMonitor<TOptions>>();
    }

    /// <summary>The change tokens of the sources that the application registered for a class of options.</summary>
    public static IEnumerable<Func<IChangeToken>> ChangesOf<TOptions>(IServiceProvider services) =>
        services
            .GetServices<IOptionsChangeTokenSource<TOptions>>()
            .Select(source => (Func<IChangeToken>)source.GetChangeToken);

    /// <summary>Returns the options in use, or <see langword="null"/> when no gateway has the name.</summary>
    /// <exception cref="PaymentConfigurationException">The gateways cannot be built. The exception lists all problems.</exception>
    /// <exception cref="InvalidOperationException">A gateway requests options while the gateways are built.</exception>
    public TOptions? Find<TOptions>(string name)
        where TOptions : class
    {
        if (_used is null)
        {
            if (_maker == Environment.CurrentManagedThreadId)
            {
                throw new InvalidOperationException(
                    $"{typeof(TOptions).Name} cannot be resolved while the gateways are created. An adapter receives its options in CreateAdapter."
                );
            }

            services.GetRequiredService<IPaymentGateways>();
        }

        return _used?.GetValueOrDefault((typeof(TOptions), name)) as TOptions;
    }

    /// <summary>Returns whether options with that name belong to a gateway or are shared.</summary>
    public bool Has<TOptions>(string name) => _used?.ContainsKey((typeof(TOptions), name)) == true;

    /// <summary>Runs the first build. While it runs, no options are in use yet.</summary>
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

    /// <returns>An action that raises <see cref="Changed"/>. Call it without holding a lock.</returns>
    public Action Replace(GatewaySnapshot snapshot)
    {
        var settings = snapshot.Settings;
        var before = _used;
        var after = new Dictionary<(Type Type, string Name), object>();
        foreach (var shared in (object[])[settings.Payments, settings.Journal, settings.Resilience, settings.Recovery])
        {
            after.Add((shared.GetType(), Options.DefaultName), shared);
        }

        foreach (var gateway in snapshot.Gateways)
        {
            after.Add((gateway.Options.GetType(), gateway.Configured.Name), gateway.Options);
        }

        _used = after;
        return before is null
            ? static () => { }
            : () =>
                Changed?.Invoke([
                    .. after.Where(one => before.GetValueOrDefault(one.Key) != one.Value).Select(one => one.Key),
                ]);
    }
}

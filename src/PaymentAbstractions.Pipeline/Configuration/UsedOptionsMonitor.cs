using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace PaymentAbstractions;

/// <summary>Returns and follows the options in use. A rejected change is never visible. Other names behave as usual in .NET.</summary>
internal sealed class UsedOptionsMonitor<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
> : IOptionsMonitor<TOptions>, IDisposable
    where TOptions : class
{
    private readonly UsedOptions _used;
    private readonly OptionsMonitor<TOptions> _others;
    private readonly IDisposable? _following;

    public UsedOptionsMonitor(
        UsedOptions used,
        IOptionsFactory<TOptions> factory,
        IEnumerable<IOptionsChangeTokenSource<TOptions>> sources,
        IOptionsMonitorCache<TOptions> cache
    )
    {
        _used = used;
        _others = new OptionsMonitor<TOptions>(factory, sources, cache);
        _following = _others.OnChange(
            (options, name) =>
            {
                if (!_used.Has<TOptions>(name ?? Options.DefaultName))
                {
                    Changed?.Invoke(options, name);
                }
            }
        );
        _used.Changed += Publish;
    }

#pragma warning disable MA0046 // The listeners of IOptionsMonitor have this form.
    private event Action<TOptions, string?>? Changed;
#pragma warning restore MA0046

    public TOptions CurrentValue => Get(Options.DefaultName);

    public TOptions Get(string? name) => _used.Find<TOptions>(name ?? Options.DefaultName) ?? _others.Get(name);

    public IDisposable OnChange(Action<TOptions, string?> listener)
    {
        Changed += listener;
        return new Subscription(() => Changed -= listener);
    }

    public void Dispose()
    {
        _used.Changed -= Publish;
        _following?.Dispose();
        _others.Dispose();
    }

    private void Publish(IReadOnlyList<(Type Type, string Name)> changes)
    {
        foreach (var (_, name) in changes.Where(change => change.Type == typeof(TOptions)))
        {
            Changed?.Invoke(Get(name), name);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions.Chaos;

/// <summary>Configuration whose <c>Default</c> changes while payments are running.</summary>
internal sealed class DefaultSwitch(IReadOnlyDictionary<string, string?> values)
    : ConfigurationProvider,
        IConfigurationSource
{
    private const string Key = "Payments:Default";

    /// <summary>The gateway that <c>Default</c> currently names.</summary>
    public ChaosGateway Current => ChaosGateway.Named(TryGet(Key, out var name) ? name! : "");

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load()
    {
        foreach (var (key, value) in values)
        {
            Set(key, value);
        }
    }

    public void To(ChaosGateway gateway)
    {
        Set(Key, gateway.Name);
        OnReload();
    }
}

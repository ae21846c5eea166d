using Microsoft.Extensions.Primitives;

namespace PaymentAbstractions;

/// <summary>The sources that can change the options at run time: the section, and everything that the application itself binds.</summary>
internal sealed class OptionChanges(
    PaymentsRegistration registration,
    IEnumerable<PaymentProvider> providers,
    IServiceProvider services
)
{
    public IEnumerable<Func<IChangeToken>> All =>
        [
            registration.Configuration.GetReloadToken,
            .. UsedOptions.ChangesOf<PaymentsOptions>(services),
            .. UsedOptions.ChangesOf<JournalOptions>(services),
            .. UsedOptions.ChangesOf<ResilienceOptions>(services),
            .. UsedOptions.ChangesOf<RecoveryOptions>(services),
            .. providers.SelectMany(provider => provider.ChangesOf(services)),
        ];
}

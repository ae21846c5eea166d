// Aliases, because PaymentAbstractions may have a type of the same name.
using ContosoOptions = Fabrikam.Payments.ContosoOptions;
using ContosoProvider = Fabrikam.Payments.ContosoProvider;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gateways to Contoso in code.</summary>
public static class ContosoPaymentsBuilderExtensions
{
    /// <summary>Adds a gateway to Contoso, or completes one of that name that configuration has.</summary>
    /// <param name="payments">The payments of the application.</param>
    /// <param name="name">The name of the gateway and of its options.</param>
    /// <param name="configure">Sets options; it is applied after the configuration.</param>
    /// <returns>The same builder.</returns>
    public static PaymentsBuilder AddContoso(
        this PaymentsBuilder payments,
        string name,
        Action<ContosoOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(payments);
        return payments.AddGateway<ContosoProvider, ContosoOptions>(name, configure);
    }
}

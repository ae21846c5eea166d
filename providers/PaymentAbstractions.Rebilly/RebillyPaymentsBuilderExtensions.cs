using PaymentAbstractions;
using PaymentAbstractions.Rebilly;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gateways to Rebilly in code.</summary>
public static class RebillyPaymentsBuilderExtensions
{
    /// <summary>Adds a gateway to Rebilly, or completes a configured gateway of the same name.</summary>
    /// <param name="payments">The payments of the application.</param>
    /// <param name="name">The name of the gateway and of its options: 1 to 40 characters of <c>a-z 0-9 _ -</c>.</param>
    /// <param name="configure">Sets the options. It is applied after configuration.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>This method validates nothing. Startup reports all problems at once.</remarks>
    public static PaymentsBuilder AddRebilly(
        this PaymentsBuilder payments,
        string name,
        Action<RebillyOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(payments);
        return payments.AddGateway<RebillyProvider, RebillyOptions>(name, configure);
    }
}

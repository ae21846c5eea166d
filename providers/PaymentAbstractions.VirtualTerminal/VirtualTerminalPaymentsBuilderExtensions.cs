using PaymentAbstractions;
using PaymentAbstractions.VirtualTerminal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gateways to the virtual terminal API in code.</summary>
public static class VirtualTerminalPaymentsBuilderExtensions
{
    /// <summary>Adds a gateway to the virtual terminal API, or completes a configured gateway of the same name.</summary>
    /// <param name="payments">The payments of the application.</param>
    /// <param name="name">The name of the gateway and of its options: 1 to 40 characters of <c>a-z 0-9 _ -</c>.</param>
    /// <param name="configure">Sets the options. It is applied after configuration.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>This method validates nothing. Startup reports all problems at once.</remarks>
    public static PaymentsBuilder AddVirtualTerminal(
        this PaymentsBuilder payments,
        string name,
        Action<VirtualTerminalOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(payments);
        return payments.AddGateway<VirtualTerminalProvider, VirtualTerminalOptions>(name, configure);
    }
}

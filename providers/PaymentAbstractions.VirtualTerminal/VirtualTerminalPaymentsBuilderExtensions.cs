using PaymentAbstractions;
using PaymentAbstractions.VirtualTerminal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gateways to the virtual terminal API in code.</summary>
public static class VirtualTerminalPaymentsBuilderExtensions
{
    /// <summary>Adds a gateway to the virtual terminal API, or completes one of that name that configuration has.</summary>
    /// <param name="payments">The payments of the application.</param>
    /// <param name="name">The name of the gateway and of its options: 1 to 40 of <c>a-z 0-9 _ -</c>.</param>
    /// <param name="configure">Sets options; it is applied after the configuration.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>Nothing is checked here. The start of the application reports everything that is wrong at once.</remarks>
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

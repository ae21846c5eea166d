using AcmePayments;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gateways to Acme in code.</summary>
public static class AcmePaymentsBuilderExtensions
{
    /// <summary>Adds a gateway to Acme, or completes one of that name that configuration has.</summary>
    /// <param name="payments">The payments of the application.</param>
    /// <param name="name">The name of the gateway and of its options.</param>
    /// <param name="configure">Sets options; it is applied after the configuration.</param>
    /// <returns>The same builder.</returns>
    public static PaymentsBuilder AddAcme(this PaymentsBuilder payments, string name, Action<AcmeOptions> configure) =>
        payments.AddGateway<AcmeProvider, AcmeOptions>(name, configure);
}

using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions;

/// <summary>Extension methods for <see cref="IPaymentGateway"/>.</summary>
public static class PaymentGatewayExtensions
{
    /// <summary>Gets an optional capability of the gateway.</summary>
    /// <typeparam name="T">The capability, for example <see cref="ICustomerVault"/>.</typeparam>
    /// <param name="gateway">The gateway.</param>
    /// <param name="service">The capability, when the gateway has it.</param>
    /// <returns>Whether the gateway has it.</returns>
    public static bool TryGet<T>(this IPaymentGateway gateway, [NotNullWhen(true)] out T? service)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(gateway);
        service = gateway.GetService(typeof(T)) as T;
        return service is not null;
    }
}

using Checkout.BackOffice;
using Checkout.HostedEntry;
using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>Adds the payment code to an application that has an <see cref="IOrderStore"/> and <see cref="PaymentAddresses"/>.</summary>
public static class OrderPaymentsSetup
{
    /// <summary>Adds the services. The gateways and the journal come from <c>AddPayments</c>.</summary>
    public static IServiceCollection AddOrderPayments(this IServiceCollection services) =>
        services
            .AddSingleton<OrderPayments>()
            .AddSingleton<CardForms>()
            .AddSingleton<OrderSteps>()
            .AddSingleton<IPaymentResolutionHandler, OrderResolutions>()
            .AddHostedService<UnfinishedOrders>()
            .AddPaymentProblemDetails();
}

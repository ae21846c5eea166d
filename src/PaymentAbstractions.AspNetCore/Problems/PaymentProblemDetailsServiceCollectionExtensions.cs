using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaymentAbstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds problem details for payments.</summary>
public static class PaymentProblemDetailsServiceCollectionExtensions
{
    /// <summary>
    /// Answers a <see cref="PaymentRequestException"/> with 400 and every problem by its field, and a
    /// <see cref="PaymentConfigurationException"/> with 503, as problem details (RFC 9457). Requests that accept HTML, and all other
    /// exceptions, are left to the handlers that follow.
    /// </summary>
    /// <param name="services">The services of the application, which must call <c>UseExceptionHandler</c>.</param>
    /// <returns>The same services. A second call changes nothing.</returns>
    /// <exception cref="ArgumentNullException">The services are <see langword="null"/>.</exception>
    public static IServiceCollection AddPaymentProblemDetails(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExceptionHandler, PaymentExceptionHandler>());
        return services.AddProblemDetails();
    }
}

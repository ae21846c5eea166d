using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaymentAbstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds problem details for payments.</summary>
public static class PaymentProblemDetailsServiceCollectionExtensions
{
    /// <summary>
    /// Adds an exception handler that responds to a <see cref="PaymentRequestException"/> with status 400 and lists the problems by field,
    /// and to a <see cref="PaymentConfigurationException"/> with status 503, both as problem details (RFC 9457). Requests that accept HTML,
    /// and all other exceptions, are left to the handlers that follow.
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

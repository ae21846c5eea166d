using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Pipeline.Tests;

internal static class ServiceCollectionExtensions
{
    public static ServiceProvider BuildValidated(this IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}

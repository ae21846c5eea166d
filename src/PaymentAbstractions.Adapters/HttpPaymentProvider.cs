using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Adapters;

/// <summary>The base class of providers whose adapters derive from <see cref="HttpPaymentAdapter"/>. It registers the HTTP transport.</summary>
/// <typeparam name="TOptions">A class that derives from <see cref="GatewayOptions"/>. Its public settable properties are the configuration keys.</typeparam>
/// <remarks>A derived class must have a public parameterless constructor and no state.</remarks>
public abstract class HttpPaymentProvider<
    [DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor
    )]
        TOptions
> : PaymentProvider<TOptions>
    where TOptions : GatewayOptions, new()
{
    /// <inheritdoc />
    protected override void ConfigureServices(IServiceCollection services) => services.AddPaymentHttp();
}

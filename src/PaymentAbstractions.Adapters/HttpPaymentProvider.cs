using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Adapters;

/// <summary>The base of providers whose adapters derive from <see cref="HttpPaymentAdapter"/>. It registers the HTTP transport.</summary>
/// <typeparam name="TOptions">A plain class; its public settable properties are the keys that configuration may use.</typeparam>
/// <remarks>A derived class needs a public parameterless constructor and keeps no state.</remarks>
public abstract class HttpPaymentProvider<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions
> : PaymentProvider<TOptions>
    where TOptions : class, new()
{
    /// <inheritdoc />
    protected override void ConfigureServices(IServiceCollection services) => services.AddPaymentHttp();
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Adapters;

/// <summary>A provider whose adapters are <see cref="HttpPaymentAdapter"/>s: their transport is registered.</summary>
/// <typeparam name="TOptions">A plain class; its public settable properties are the keys that configuration may use.</typeparam>
/// <remarks>Has a public parameterless constructor and no state.</remarks>
public abstract class HttpPaymentProvider<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions
> : PaymentProvider<TOptions>
    where TOptions : class, new()
{
    /// <inheritdoc />
    protected override void ConfigureServices(IServiceCollection services) => services.AddPaymentHttp();
}

using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Lets a test change a profile.</summary>
internal static class ProfileChange
{
    public static AdapterProfile Change(this GatewayContext context, AdapterProfile profile) =>
        context.Services.GetService<Func<AdapterProfile, AdapterProfile>>()?.Invoke(profile) ?? profile;
}

using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Testing;

/// <summary>Finds the resolution handlers of the test host that the gateway belongs to, if any.</summary>
internal sealed class HandlerScopes(IServiceScopeFactory own) : IServiceScopeFactory
{
    private volatile IServiceScopeFactory _current = own;

    public void Use(IServiceScopeFactory host) => _current = host;

    public IServiceScope CreateScope() => _current.CreateScope();
}

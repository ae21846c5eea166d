using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Testing;

/// <summary>Finds the handlers of resolutions in the test host that the gateway is part of, if it is part of one.</summary>
internal sealed class HandlerScopes(IServiceScopeFactory own) : IServiceScopeFactory
{
    private volatile IServiceScopeFactory _current = own;

    public void Use(IServiceScopeFactory host) => _current = host;

    public IServiceScope CreateScope() => _current.CreateScope();
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Testing.Tests.Hosting;

/// <summary>An application that takes payments, before its host is built. It has no configuration unless a test adds one.</summary>
internal sealed class TestApplication
{
    private readonly HostApplicationBuilder _builder = Host.CreateEmptyApplicationBuilder(null);

    public TestApplication(params (string Key, string Value)[] configuration)
    {
        _builder.Configuration.AddInMemoryCollection(
            configuration.Select(one => KeyValuePair.Create($"Payments:{one.Key}", (string?)one.Value))
        );
        _builder.ConfigureContainer(
            new DefaultServiceProviderFactory(
                new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
            )
        );
        Payments = AddPayments();
    }

    public IServiceCollection Services => _builder.Services;

    public PaymentsBuilder Payments { get; }

    public PaymentsBuilder AddPayments() => Services.AddPayments(_builder.Configuration.GetSection("Payments"));

    public async Task<IHost> StartAsync()
    {
        var host = _builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Makes gateways to the virtual terminal API around <c>api/transaction/add</c>; configuration names it
/// <c>VirtualTerminal</c>.
/// </summary>
/// <remarks>Source: the published pages of the API, and what public clients of it send and receive.</remarks>
public sealed class VirtualTerminalProvider : PaymentProvider<VirtualTerminalOptions>
{
    /// <inheritdoc />
    public override string Name => "VirtualTerminal";

    /// <inheritdoc />
    protected override void ConfigureServices(IServiceCollection services) => services.AddPaymentHttp();

    /// <inheritdoc />
    protected override void Bind(IConfiguration configuration, VirtualTerminalOptions options)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(options);
        configuration.Bind(options);
        if (configuration[nameof(VirtualTerminalOptions.ApiKey)] is { } key)
        {
            options.ApiKey = new ApiKey(key);
        }
    }

    /// <inheritdoc />
    protected override void Validate(VirtualTerminalOptions options, GatewayContext context, ProblemList problems) =>
        VirtualTerminalOptionsRules.Check(options, context, problems);

    /// <inheritdoc />
    protected override PaymentAdapter CreateAdapter(VirtualTerminalOptions options, GatewayContext context)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(context);
        var account = new VirtualTerminalAccount(options, context);
        var transport = context
            .Services.GetRequiredService<PaymentTransportFactory>()
            .Create(VirtualTerminalClient.TransportOptions(account));
        return new VirtualTerminalAdapter(account, new VirtualTerminalClient(account, transport));
    }
}

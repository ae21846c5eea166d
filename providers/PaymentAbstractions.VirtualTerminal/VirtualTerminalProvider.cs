using Microsoft.Extensions.Configuration;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Creates gateways to the virtual terminal API around <c>api/transaction/add</c>. Its name in configuration is <c>VirtualTerminal</c>.
/// </summary>
/// <remarks>Source: the published pages of the API, and the requests and answers of its public clients.</remarks>
public sealed class VirtualTerminalProvider : HttpPaymentProvider<VirtualTerminalOptions>
{
    /// <inheritdoc />
    public override string Name => "VirtualTerminal";

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
        return new VirtualTerminalAdapter(new VirtualTerminalAccount(options), context);
    }
}

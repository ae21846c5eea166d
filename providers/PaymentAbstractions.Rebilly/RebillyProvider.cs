using Microsoft.Extensions.Configuration;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly;

/// <summary>Creates gateways to the Rebilly API. Its name in configuration is <c>Rebilly</c>.</summary>
/// <remarks>Source: the create-transaction page, the direct transaction guide and the core API reference of Rebilly.</remarks>
public sealed class RebillyProvider : HttpPaymentProvider<RebillyOptions>
{
    /// <inheritdoc />
    public override string Name => "Rebilly";

    /// <inheritdoc />
    protected override void Bind(IConfiguration configuration, RebillyOptions options)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(options);
        configuration.Bind(options);
        if (configuration[nameof(RebillyOptions.ApiKey)] is { } key)
        {
            options.ApiKey = new ApiKey(key);
        }
    }

    /// <inheritdoc />
    protected override void Validate(RebillyOptions options, GatewayContext context, ProblemList problems) =>
        RebillyOptionsRules.Check(options, context, problems);

    /// <inheritdoc />
    protected override PaymentAdapter CreateAdapter(RebillyOptions options, GatewayContext context) =>
        new RebillyAdapter(options, context);
}

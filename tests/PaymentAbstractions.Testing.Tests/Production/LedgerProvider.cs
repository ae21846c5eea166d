using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Testing.Tests.Production;

internal sealed class LedgerProvider : PaymentProvider<LedgerProvider.NoOptions>
{
    public override string Name => "Ledger";

    protected override void Bind(IConfiguration configuration, NoOptions options) { }

    protected override void Validate(NoOptions options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(NoOptions options, GatewayContext context) =>
        context.Services.GetRequiredService<LedgerAdapter>();

    internal sealed class NoOptions : GatewayOptions;
}

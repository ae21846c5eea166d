using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Testing.Tests.Production;

internal sealed class LedgerProvider : PaymentProvider<object>
{
    public override string Name => "Ledger";

    protected override void Bind(IConfiguration configuration, object options) { }

    protected override void Validate(object options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(object options, GatewayContext context) =>
        context.Services.GetRequiredService<LedgerAdapter>();
}

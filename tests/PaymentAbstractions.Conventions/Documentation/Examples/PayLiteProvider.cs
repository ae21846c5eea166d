using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>The provider for which a README shows a golden test.</summary>
public sealed class PayLiteProvider : PaymentProvider<PayLiteProvider.NoOptions>
{
    public override string Name => "PayLite";

    protected override void Bind(IConfiguration configuration, NoOptions options) { }

    protected override void Validate(NoOptions options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(NoOptions options, GatewayContext context) =>
        throw new NotSupportedException("Examples are compiled, not run.");

    public sealed class NoOptions : GatewayOptions;
}

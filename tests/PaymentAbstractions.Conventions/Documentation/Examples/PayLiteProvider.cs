using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>The provider that a README has a golden test for.</summary>
public sealed class PayLiteProvider : PaymentProvider<object>
{
    public override string Name => "PayLite";

    protected override void Bind(IConfiguration configuration, object options) { }

    protected override void Validate(object options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(object options, GatewayContext context) =>
        throw new NotSupportedException("Examples are compiled, not run.");
}

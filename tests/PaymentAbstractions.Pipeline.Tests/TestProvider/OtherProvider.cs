using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>A second public provider, without options.</summary>
public sealed class OtherProvider : PaymentProvider<OtherProvider.NoOptions>
{
    public override string Name => "Other";

    protected override void Bind(IConfiguration configuration, NoOptions options) { }

    protected override void Validate(NoOptions options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(NoOptions options, GatewayContext context) =>
        new TestAdapter(new TestOptions { Account = "other" }, context);

    public sealed class NoOptions : GatewayOptions;
}

using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>A provider that is not public, so that no scan may find it. It has the name of another provider.</summary>
internal sealed class HiddenProvider : PaymentProvider<OtherProvider.NoOptions>
{
    public override string Name => "TEST";

    protected override void Bind(IConfiguration configuration, OtherProvider.NoOptions options) { }

    protected override void Validate(OtherProvider.NoOptions options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(OtherProvider.NoOptions options, GatewayContext context) =>
        throw new InvalidOperationException("No test builds this.");
}

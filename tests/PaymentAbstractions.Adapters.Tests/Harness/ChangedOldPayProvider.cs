using Microsoft.Extensions.Configuration;
using OldPay;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>The sample OldPay with a profile that a test can change.</summary>
public sealed class ChangedOldPayProvider : HttpPaymentProvider<OldPayOptions>
{
    public override string Name => "OldPay";

    protected override void Bind(IConfiguration configuration, OldPayOptions options)
    {
        configuration.Bind(options);
        options.Password = new ApiKey(AdapterFixture.Secret);
    }

    protected override void Validate(OldPayOptions options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(OldPayOptions options, GatewayContext context) =>
        new OldPayAdapter(options, context, context.Change(OldPayAdapter.Profile(options)));
}

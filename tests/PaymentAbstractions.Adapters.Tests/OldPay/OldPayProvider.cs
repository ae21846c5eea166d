using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>An old provider that nobody has: a form in, XML out, no key, HTTP 200 for everything.</summary>
public sealed class OldPayProvider : HttpPaymentProvider<OldPayOptions>
{
    public override string Name => "OldPay";

    protected override void Bind(IConfiguration configuration, OldPayOptions options)
    {
        configuration.Bind(options);
        if (configuration[nameof(options.Password)] is { } key)
        {
            options.Password = new ApiKey(key);
        }
    }

    protected override void Validate(OldPayOptions options, GatewayContext context, ProblemList problems)
    {
        problems.CheckSecret(nameof(options.Password), options.Password, "the password of the API");
        if (options.BaseUrl is not { } url || !HttpAdapterOptions.IsApiAddress(url))
        {
            problems.Add(nameof(options.BaseUrl), "must be an absolute https address without query.");
        }
    }

    protected override PaymentAdapter CreateAdapter(OldPayOptions options, GatewayContext context) =>
        new OldPayAdapter(options, context);
}

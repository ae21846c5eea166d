using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>A provider whose adapters behave as <see cref="TestBackend"/> specifies.</summary>
public sealed class TestProvider : PaymentProvider<TestOptions>
{
    public override string Name => "Test";

    protected internal override void ConfigureServices(IServiceCollection services) =>
        services.TryAddSingleton<TestBackend>();

    protected override void Bind(IConfiguration configuration, TestOptions options) => configuration.Bind(options);

    protected override void Validate(TestOptions options, GatewayContext context, ProblemList problems)
    {
        if (string.IsNullOrEmpty(options.Account))
        {
            problems.Add(nameof(options.Account), "is missing.");
        }

        if (options.Limit is < 0 or > 100)
        {
            problems.Add(nameof(options.Limit), "must be 0 to 100.");
        }

        if (options.Limit % 10 != 0)
        {
            problems.Add(nameof(options.Limit), "must be a multiple of 10.");
        }
    }

    protected override PaymentAdapter CreateAdapter(TestOptions options, GatewayContext context) =>
        context.Services.GetRequiredService<TestBackend>().Add(new TestAdapter(options, context));
}

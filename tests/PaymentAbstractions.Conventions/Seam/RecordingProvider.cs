using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Conventions;

/// <summary>A provider whose adapters support everything and only record the requests that reach them.</summary>
public sealed class RecordingProvider : PaymentProvider<RecordingOptions>
{
    public override string Name => "Recording";

    protected override void Bind(IConfiguration configuration, RecordingOptions options) => configuration.Bind(options);

    protected override void Validate(RecordingOptions options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(RecordingOptions options, GatewayContext context) =>
        new RecordingAdapter(context.Name, context.Services.GetRequiredService<ExecutedRequests>());
}

using System.Text.Json.Serialization;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Every public value of the pipeline; a test requires that new ones are added here.</summary>
[JsonSerializable(typeof(GatewayStatus))]
[JsonSerializable(typeof(ReconciledPayment))]
[JsonSerializable(typeof(ReconciliationPeriod))]
[JsonSerializable(typeof(NotificationResult))]
[JsonSerializable(typeof(PaymentResolution))]
[JsonSerializable(typeof(RecoveryReport))]
[JsonSerializable(typeof(UnresolvedPayment))]
internal sealed partial class PipelineJsonContext : JsonSerializerContext;

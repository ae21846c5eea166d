using System.Text.Json.Serialization;

namespace PaymentAbstractions.Conformance;

/// <summary>How a result is written where an application keeps or returns it.</summary>
[JsonSerializable(typeof(PaymentResult))]
internal sealed partial class ConformanceJsonContext : JsonSerializerContext;

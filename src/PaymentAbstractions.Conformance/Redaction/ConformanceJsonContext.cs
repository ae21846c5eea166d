using System.Text.Json.Serialization;

namespace PaymentAbstractions.Conformance;

/// <summary>Serializes a result as an application would to store or return it.</summary>
[JsonSerializable(typeof(PaymentResult))]
internal sealed partial class ConformanceJsonContext : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace PaymentAbstractions.Tests;

/// <summary>The types that an application would list, without the items of their lists.</summary>
[JsonSerializable(typeof(PaymentResult))]
[JsonSerializable(typeof(FindResult))]
[JsonSerializable(typeof(PaymentRequest))]
[JsonSerializable(typeof(VaultResult))]
internal sealed partial class EntryPointsJsonContext : JsonSerializerContext;

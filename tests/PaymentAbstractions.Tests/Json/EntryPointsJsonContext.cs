using System.Text.Json.Serialization;

namespace PaymentAbstractions.Tests;

/// <summary>What an application would name: not the items of lists.</summary>
[JsonSerializable(typeof(PaymentResult))]
[JsonSerializable(typeof(FindResult))]
[JsonSerializable(typeof(PaymentRequest))]
[JsonSerializable(typeof(VaultResult))]
internal sealed partial class EntryPointsJsonContext : JsonSerializerContext;

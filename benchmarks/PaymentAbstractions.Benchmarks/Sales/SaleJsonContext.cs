using System.Text.Json.Serialization;

namespace PaymentAbstractions.Benchmarks.Sales;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SaleBody))]
[JsonSerializable(typeof(TransactionShown))]
internal sealed partial class SaleJsonContext : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace PaymentAbstractions.Rebilly.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = false
)]
[JsonSerializable(typeof(TransactionBody))]
[JsonSerializable(typeof(TransactionBody[]))]
[JsonSerializable(typeof(QueryBody))]
[JsonSerializable(typeof(IdentityBody))]
internal sealed partial class RebillyJsonContext : JsonSerializerContext;

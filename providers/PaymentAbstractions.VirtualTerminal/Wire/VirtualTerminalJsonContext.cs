using System.Text.Json.Serialization;

namespace PaymentAbstractions.VirtualTerminal.Wire;

[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = false,
    Converters = [typeof(TextConverter)]
)]
[JsonSerializable(typeof(TransactionBody))]
[JsonSerializable(typeof(TransactionListBody))]
internal sealed partial class VirtualTerminalJsonContext : JsonSerializerContext;

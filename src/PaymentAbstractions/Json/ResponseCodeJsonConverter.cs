using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>
/// Writes a response code as its characters, its source and, where a scheme reads the code in its own way, the scheme: for example
/// <c>{"Value":"79","Source":"Provider","Brand":"Mastercard"}</c>.
/// </summary>
/// <remarks>Thread-safe. Meaning, category and advice follow from them; <c>null</c> reads as <see cref="ResponseCode.Unmapped"/>.</remarks>
public sealed class ResponseCodeJsonConverter : JsonConverter<ResponseCode>
{
    private const string Source = nameof(ResponseCode.Source);
    private const string Value = nameof(ResponseCode.Value);
    private const string Brand = nameof(Brand);

    /// <inheritdoc />
    public override ResponseCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var parts = FlatObject.Read(ref reader, options, Value, Source, Brand);
        if (!ResponseCode.TryParse(parts[0], out var code) && parts[0] != ResponseCode.Unmapped.Value)
        {
            throw new JsonException();
        }

        code = code.WithSource(FlatObject.EnumOf<ResponseCodeSource>(parts[1]));
        return parts[2] is { } brand ? code.ForBrand(CardBrand.FromProvider(brand)) : code;
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ResponseCode value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        FlatObject.Write(
            writer,
            options,
            (Value, value.Value),
            (Source, $"{value.Source}"),
            (Brand, value.Brand.IsSpecified ? value.Brand.Value : null)
        );
    }
}

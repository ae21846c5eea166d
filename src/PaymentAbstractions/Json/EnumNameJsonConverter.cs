using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>
/// Writes the values of an enumeration as their names. Reads a single name in any case, and no numbers, lists or unknown names.
/// </summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
/// <remarks>
/// This type is thread-safe. A name that the enumeration does not have causes a <see cref="JsonException"/> that does not quote it.
/// </remarks>
public sealed class EnumNameJsonConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    /// <inheritdoc />
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? FlatObject.EnumOf<TEnum>(reader.GetString())
            : throw new JsonException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(NameOf(value));
    }

    /// <inheritdoc />
    public override TEnum ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => FlatObject.EnumOf<TEnum>(reader.GetString());

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(NameOf(value));
    }

    private static string NameOf(TEnum value) => Enum.GetName(value) ?? throw new JsonException();
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>Writes the items of a list of an open hierarchy whose kind the serializer options know, and leaves out the others.</summary>
/// <typeparam name="T">The base of the hierarchy.</typeparam>
/// <remarks>This type is thread-safe. See <see cref="KnownKindJsonConverter{T}"/> for which kinds are known.</remarks>
public sealed class KnownKindListJsonConverter<T> : JsonConverter<ValueList<T>>
    where T : class
{
    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <inheritdoc />
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(KnownKinds.Read<T>(ref reader, options) ?? throw new JsonException());
        }

        return [.. items];
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ValueList<T>? value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartArray();
        foreach (var item in value ?? [])
        {
            if (KnownKinds.Includes(options, item))
            {
                KnownKinds.Write(writer, item, options);
            }
        }

        writer.WriteEndArray();
    }
}

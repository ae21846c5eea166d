using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Json;

/// <summary>Writes <see cref="Metadata"/> as an object with its names as properties, in order.</summary>
/// <remarks>This type is thread-safe. Names are written unchanged, regardless of the naming policy.</remarks>
public sealed class MetadataJsonConverter : JsonConverter<Metadata>
{
    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <inheritdoc />
    public override Metadata Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return Metadata.Empty;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        var pairs = new List<KeyValuePair<string, string>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (name.Length == 0 || !names.Add(name) || !reader.Read() || reader.TokenType != JsonTokenType.String)
            {
                throw new JsonException();
            }

            pairs.Add(KeyValuePair.Create(name, reader.GetString()!));
        }

        return Metadata.From(pairs);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Metadata? value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        foreach (var (name, text) in value ?? [])
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }
}

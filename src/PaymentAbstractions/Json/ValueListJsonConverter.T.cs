using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PaymentAbstractions.Json;

/// <summary>Writes a list as an array.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// This type is thread-safe. A source generator does not look into a list, so a context may know a record but not the items of its lists;
/// such items are written with the naming policies of the options and the metadata of <see cref="ItemMetadata"/>.
/// </remarks>
public class ValueListJsonConverter<T> : JsonConverter<ValueList<T>>
{
    private volatile Items? _last;

    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <summary>The metadata of the items when the options have none. The default is the metadata of this library's own types.</summary>
    protected virtual IJsonTypeInfoResolver ItemMetadata => ListItemJsonContext.Default;

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

        var item = ItemOf(options);
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(JsonSerializer.Deserialize(ref reader, item) ?? throw new JsonException());
        }

        return [.. items];
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, ValueList<T>? value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartArray();
        if (value is { Count: > 0 })
        {
            var type = ItemOf(options);
            foreach (var item in value.AsSpan())
            {
                JsonSerializer.Serialize(writer, item, type);
            }
        }

        writer.WriteEndArray();
    }

    // A serializer creates one converter for each options object, so the last result nearly always matches.
    private JsonTypeInfo<T> ItemOf(JsonSerializerOptions options)
    {
        var last = _last;
        if (last?.Options != options)
        {
            _last = last = new Items(options, Find(options));
        }

        return last.Metadata;
    }

    private JsonTypeInfo<T> Find(JsonSerializerOptions options)
    {
        if (options.TryGetTypeInfo(typeof(T), out var known))
        {
            return (JsonTypeInfo<T>)known;
        }

        var extended = new JsonSerializerOptions(options);
        extended.TypeInfoResolverChain.Add(ItemMetadata);
        return (JsonTypeInfo<T>)extended.GetTypeInfo(typeof(T));
    }

    private sealed record Items(JsonSerializerOptions Options, JsonTypeInfo<T> Metadata);
}

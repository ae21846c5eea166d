using System.Text.Json;

namespace PaymentAbstractions.Json;

/// <summary>A JSON object of strings, which is the form of values with several parts.</summary>
internal static class FlatObject
{
    /// <summary>Writes the parts that are given.</summary>
    public static void Write(
        Utf8JsonWriter writer,
        JsonSerializerOptions options,
        params ReadOnlySpan<(string Name, string? Text)> parts
    )
    {
        writer.WriteStartObject();
        foreach (var (name, text) in parts)
        {
            if (text is not null)
            {
                writer.WriteString(NameOf(name, options), text);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads the parts with the given names, ignoring their case; other members are skipped.</summary>
    public static string?[] Read(
        ref Utf8JsonReader reader,
        JsonSerializerOptions options,
        params ReadOnlySpan<string> names
    )
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        var parts = new string?[names.Length];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var part = IndexOf(reader.GetString()!, options, names);
            reader.Read();
            if (part < 0)
            {
                reader.Skip();
            }
            else
            {
                parts[part] = reader.TokenType is JsonTokenType.String or JsonTokenType.Null
                    ? reader.GetString()
                    : throw new JsonException();
            }
        }

        return parts;
    }

    /// <summary>Parses a part that names a value of an enumeration; the zero value when it is missing.</summary>
    public static TEnum EnumOf<TEnum>(string? part)
        where TEnum : struct, Enum
    {
        if (part is null)
        {
            return default;
        }

        return
            Enum.TryParse<TEnum>(part, ignoreCase: true, out var value)
            && string.Equals(Enum.GetName(value), part, StringComparison.OrdinalIgnoreCase)
            ? value
            : throw new JsonException();
    }

    private static int IndexOf(string found, JsonSerializerOptions options, ReadOnlySpan<string> names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (string.Equals(found, NameOf(names[i], options), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static string NameOf(string name, JsonSerializerOptions options) =>
        options.PropertyNamingPolicy?.ConvertName(name) ?? name;
}

using System.Text.Json;

namespace PaymentAbstractions.Adapters;

/// <summary>Writes optional members of JSON objects.</summary>
public static class JsonWriting
{
    /// <summary>Writes a text unless it is <see langword="null"/> or empty.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The text.</param>
    public static void Optional(this Utf8JsonWriter json, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>Writes the merchant's own names and values as an object of strings, unless there are none.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="metadata">The names and values.</param>
    public static void Optional(this Utf8JsonWriter json, string name, Metadata metadata)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in metadata)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }
}

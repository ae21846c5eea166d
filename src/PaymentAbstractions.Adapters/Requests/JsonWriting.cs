using System.Text.Json;

namespace PaymentAbstractions.Adapters;

/// <summary>Writes optional members of JSON objects.</summary>
public static class JsonWriting
{
    /// <summary>Writes a text unless it is <see langword="null"/> or empty.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="name">The member.</param>
    /// <param name="value">The text.</param>
    public static void Optional(this Utf8JsonWriter json, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Reads a text that nothing is decided by: what is no text is left out, so that it makes no answer unreadable.</summary>
internal sealed class LenientTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are only read.");

    /// <summary>The text, and the reader at its end.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }
}

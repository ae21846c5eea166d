using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Journal;

/// <summary>An entry as JSON, so that a person can read a segment: what is not known is left out, text is not escaped for HTML.</summary>
internal static class EntryCodec
{
    private static readonly EntryJsonContext Json = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static void Write(RecordWriter writer, JournalEntry entry) =>
        writer.Raw(JsonSerializer.SerializeToUtf8Bytes(entry, Json.JournalEntry));

    /// <exception cref="JsonException">The text is no entry, or holds a name that only a later version knows.</exception>
    public static JournalEntry Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Json.JournalEntry) ?? throw new JsonException("An entry is never null.");
}

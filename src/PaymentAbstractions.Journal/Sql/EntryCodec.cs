using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Journal;

/// <summary>An entry as JSON, so that a person can read it: what is not known is left out, text is not escaped for HTML.</summary>
internal static class EntryCodec
{
    private static readonly EntryJsonContext Json = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>The version of the form; it grows when an older library could not read what a newer one writes.</summary>
    public const int Version = 1;

    public static string Write(JournalEntry entry) => JsonSerializer.Serialize(entry, Json.JournalEntry);

    /// <exception cref="JsonException">The text is no entry, or holds a name that only a later version knows.</exception>
    public static JournalEntry Read(string json) =>
        JsonSerializer.Deserialize(json, Json.JournalEntry) ?? throw new JsonException("An entry is never null.");
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Journal;

/// <summary>Serializes an entry as JSON that people can read: unknown values are left out, and text is not escaped for HTML.</summary>
internal static class EntryCodec
{
    private static readonly EntryJsonContext Json = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>The version of the format. It grows when older libraries cannot read what a newer one writes.</summary>
    public const int Version = 1;

    public static string Write(JournalEntry entry) => JsonSerializer.Serialize(entry, Json.JournalEntry);

    /// <exception cref="JsonException">The text is not an entry, or has a name that only a later version knows.</exception>
    public static JournalEntry Read(string json) =>
        JsonSerializer.Deserialize(json, Json.JournalEntry) ?? throw new JsonException("An entry is never null.");
}

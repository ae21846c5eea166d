using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PaymentAbstractions.Adapters;

public sealed partial class JsonFields
{
    // Undefined when a member exists in two casings.
    private JsonElement? Find(string name)
    {
        if (_object.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!_ignoreCase)
        {
            try
            {
                return _object.TryGetProperty(name, out var value) ? value : null;
            }
            catch (InvalidOperationException)
            {
                // Another name in the object is not valid Unicode.
                return default(JsonElement);
            }
        }

        JsonElement? found = null;
        foreach (var member in _object.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null)
                {
                    return default(JsonElement);
                }

                found = member.Value;
            }
        }

        return found;
    }

    private static string? StringOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? TextOf(value) : null;

    private static string? TextOf(JsonElement value, int longest = LongestText)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String when value.GetString() is { } text && text.Length <= longest => text,
                JsonValueKind.Number when value.GetRawText() is { Length: <= LongestText } figure => figure,
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // The text is not valid Unicode.
            return null;
        }
    }

    private static long? WholeOf(JsonElement value) =>
        TextOf(value) is { } text
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static decimal? FigureOf(JsonElement value) =>
        TextOf(value) is { } text
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure)
            ? figure
            : null;

    private static bool? FlagOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static List<JsonElement>? ArrayOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : null;

    // Without the white space of the original.
    private static string JsonOf(JsonElement value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static Metadata? MembersOf(JsonElement value)
    {
        try
        {
            return Metadata.From(
                value
                    .EnumerateObject()
                    .Where(member => member.Name.Length > 0 && member.Value.ValueKind != JsonValueKind.Null)
                    .DistinctBy(member => member.Name, StringComparer.Ordinal)
                    .Select(member =>
                        KeyValuePair.Create(
                            member.Name,
                            TextOf(member.Value, longest: int.MaxValue) ?? JsonOf(member.Value)
                        )
                    )
            );
        }
        catch (InvalidOperationException)
        {
            // A name is not valid Unicode.
            return null;
        }
    }
}

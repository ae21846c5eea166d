using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PaymentAbstractions.Adapters;

public sealed partial class JsonFields
{
    // No value when a member exists in two casings.
    private JsonPart? Find(string name)
    {
        if (_object.Kind != JsonValueKind.Object)
        {
            return null;
        }

        return _ignoreCase ? _object.MemberInAnyCase(name) : _object.Member(name);
    }

    private static string? StringOf(JsonPart value) => value.Kind == JsonValueKind.String ? TextOf(value) : null;

    private static string? TextOf(JsonPart value, int longest = LongestText)
    {
        try
        {
            return value.Kind switch
            {
                JsonValueKind.String when value.Text is var text && text.Length <= longest => text,
                JsonValueKind.Number when value.Text is { Length: <= LongestText } figure => figure,
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // The text is not valid Unicode.
            return null;
        }
    }

    private static long? WholeOf(JsonPart value) =>
        TextOf(value) is { } text
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static decimal? FigureOf(JsonPart value) =>
        TextOf(value) is { } text
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure)
            ? figure
            : null;

    private static bool? FlagOf(JsonPart value) =>
        value.Kind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static List<JsonPart>? ArrayOf(JsonPart value) =>
        value.Kind == JsonValueKind.Array ? [.. value.Items()] : null;

    // Without the white space of the original.
    private static string JsonOf(JsonPart value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JsonElement.Parse(value.Json).WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static Metadata? MembersOf(JsonPart value)
    {
        try
        {
            return Metadata.From(
                value
                    .Members()
                    .Where(member => member.Name.Length > 0 && member.Value.Kind != JsonValueKind.Null)
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

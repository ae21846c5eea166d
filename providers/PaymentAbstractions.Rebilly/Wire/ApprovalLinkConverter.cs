using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Reads of a transaction's links only those to a customer's approval; the others, most of the text, stay unread.</summary>
internal sealed class ApprovalLinkConverter : JsonConverter<LinkBody[]>
{
    /// <summary>The relation of the address where the customer approves.</summary>
    public const string Relation = "approvalUrl";

    public override LinkBody[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        List<LinkBody>? links = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var end = reader;
            if (IsApproval(ref end))
            {
                (links ??= []).Add(JsonSerializer.Deserialize(ref reader, RebillyJsonContext.Default.LinkBody)!);
            }
            else
            {
                reader = end;
            }
        }

        return links is null ? [] : [.. links];
    }

    public override void Write(Utf8JsonWriter writer, LinkBody[] value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Links are only read.");

    // Moves to the end of the link.
    private static bool IsApproval(ref Utf8JsonReader link)
    {
        if (link.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        if (link.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        var found = false;
        while (link.Read() && link.TokenType != JsonTokenType.EndObject)
        {
            var isRelation = link.ValueTextEquals("rel"u8);
            link.Read();
            found |= isRelation && link.TokenType == JsonTokenType.String && link.ValueTextEquals(Relation);
            link.Skip();
        }

        return found;
    }
}

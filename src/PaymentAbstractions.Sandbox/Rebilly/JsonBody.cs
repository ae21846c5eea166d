using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Parses a request's body strictly: one object, no duplicate names, no broken characters.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static bool TryParse(string text, [NotNullWhen(true)] out JsonObject? body)
    {
        body = null;
        try
        {
            if (JsonNode.Parse(text, documentOptions: Strict) is not JsonObject parsed)
            {
                return false;
            }

            Touch(parsed);
            body = parsed;
            return true;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    // Half a surrogate pair passes the parser and fails when the string is first read.
    private static void Touch(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, member) in members)
                {
                    Touch(member);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Touch(item);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                _ = value.GetValue<string>();
                break;
            default:
                break;
        }
    }
}

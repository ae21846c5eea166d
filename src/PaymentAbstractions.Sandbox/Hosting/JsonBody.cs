using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox;

/// <summary>Parses a request's body strictly: one object, without duplicate names or invalid characters.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Parses a body; false when it is not a well-formed object.</summary>
    /// <param name="text">The body.</param>
    /// <param name="body">The object.</param>
    /// <param name="ignoreCase">Whether member names are case-insensitive.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonObject? body, bool ignoreCase = false)
    {
        body = null;
        try
        {
            if (
                JsonNode.Parse(text, new() { PropertyNameCaseInsensitive = ignoreCase }, Strict)
                is not JsonObject parsed
            )
            {
                return false;
            }

            Touch(parsed);
            body = parsed;
            return true;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    // The parser accepts an unpaired surrogate, which fails only when the string is read.
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

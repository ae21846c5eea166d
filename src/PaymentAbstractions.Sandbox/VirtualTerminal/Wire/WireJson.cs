using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Writes answers in the provider's format: its dates, and the spelling and types that the profile specifies.</summary>
internal static class WireJson
{
    public const string ContentType = "application/json; charset=utf-8";

    public static SandboxResponse Ok(JsonNode body, VirtualTerminalSandboxProfile profile)
    {
        var response = SandboxResponse.Json(200, Shape(body, profile)!, ContentType);
        return response with { Body = EscapeDates(response.Body) };
    }

    public static string Date(DateTimeOffset time) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/Date({time.ToUnixTimeMilliseconds()})/");

    // The provider's serializer escapes only the slashes of dates; a parser sees no difference.
    private static byte[] EscapeDates(ReadOnlyMemory<byte> json) =>
        Encoding.UTF8.GetBytes(
            Encoding
                .UTF8.GetString(json.Span)
                .Replace("\"/Date(", "\"\\/Date(", StringComparison.Ordinal)
                .Replace(")/\"", ")\\/\"", StringComparison.Ordinal)
        );

    private static JsonNode? Shape(JsonNode? node, VirtualTerminalSandboxProfile profile) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(member =>
                    KeyValuePair.Create(Spelled(member.Key, profile), ShapeMember(member.Key, member.Value, profile))
                )
            ),
            JsonArray items => new JsonArray([.. items.Select(item => Shape(item, profile))]),
            _ => node?.DeepClone(),
        };

    private static JsonNode? ShapeMember(string name, JsonNode? value, VirtualTerminalSandboxProfile profile) =>
        profile.NumericIdsAsStrings
        && name.EndsWith("ID", StringComparison.OrdinalIgnoreCase)
        && value?.GetValueKind() == JsonValueKind.Number
            ? JsonValue.Create(value.ToJsonString())
            : Shape(value, profile);

    private static string Spelled(string name, VirtualTerminalSandboxProfile profile) =>
        profile.Naming == VirtualTerminalNaming.Recorded
            ? name
            : name switch
            {
                "CommodityCode" => "Commodity Code",
                "UnitOfMeasure" => "Unit of Measure",
                "RecurrentBilling" => "RecurrentBillings",
                _ when name.EndsWith("ID", StringComparison.Ordinal) => name[..^1] + "d",
                _ => name,
            };
}

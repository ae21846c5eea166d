using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox;

/// <summary>An answer before faults had their way with it.</summary>
internal sealed record SandboxResponse
{
    public required int Status { get; init; }

    public string ContentType { get; init; } = "application/json";

    public byte[] Body { get; init; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public static SandboxResponse Json(int status, JsonNode body, string contentType = "application/json")
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            body.WriteTo(writer);
        }

        return new()
        {
            Status = status,
            Body = buffer.ToArray(),
            ContentType = contentType,
        };
    }

    public static SandboxResponse Html(int status, string page) =>
        new()
        {
            Status = status,
            ContentType = "text/html; charset=utf-8",
            Body = Encoding.UTF8.GetBytes(page),
        };

    public SandboxResponse WithHeader(string name, string value) =>
        this with
        {
            Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [name] = value },
        };
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PaymentAbstractions.Sandbox;

/// <summary>An answer of an emulated API, before a fault spoils it. Immutable and thread-safe.</summary>
public sealed record SandboxResponse
{
    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The content type; sent when there is a body. Default <c>application/json</c>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The body. Default empty.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The headers besides those of the content. Default none.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>An answer in JSON.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The content type.</param>
    /// <returns>The answer.</returns>
    public static SandboxResponse Json(int status, JsonNode body, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(body);
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

    /// <summary>An answer in JSON.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="json">The body as it is sent.</param>
    /// <returns>The answer.</returns>
    public static SandboxResponse Json(int status, string json) => Text(status, json, "application/json");

    /// <summary>An answer in XML.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The root element.</param>
    /// <param name="contentType">The content type.</param>
    /// <returns>The answer.</returns>
    public static SandboxResponse Xml(int status, XElement body, string contentType = "text/xml")
    {
        ArgumentNullException.ThrowIfNull(body);
        return Text(status, body.ToString(), contentType);
    }

    /// <summary>An HTML page.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="page">The page.</param>
    /// <returns>The answer.</returns>
    public static SandboxResponse Html(int status, string page) => Text(status, page, "text/html; charset=utf-8");

    /// <summary>Any text, in UTF-8.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The text.</param>
    /// <param name="contentType">The content type.</param>
    /// <returns>The answer.</returns>
    public static SandboxResponse Text(int status, string body, string contentType) =>
        new()
        {
            Status = status,
            ContentType = contentType,
            Body = Encoding.UTF8.GetBytes(body),
        };

    /// <summary>The same answer with one more header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value; an earlier one of the same name is replaced.</param>
    /// <returns>The answer.</returns>
    public SandboxResponse WithHeader(string name, string value) =>
        this with
        {
            Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [name] = value },
        };
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PaymentAbstractions.Sandbox;

/// <summary>An answer of an emulated API, before a fault changes it. Immutable and thread-safe.</summary>
public sealed record SandboxResponse
{
    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The content type, which is sent if there is a body. Default <c>application/json</c>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The body. Default empty.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The headers other than content headers. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates a JSON answer.</summary>
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

    /// <summary>Creates a JSON answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="json">The body as it is sent.</param>
    /// <returns>The answer.</returns>
    public static SandboxResponse Json(int status, string json) => Text(status, json, "application/json");

    /// <summary>Creates an XML answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The root element.</param>
    /// <param name="contentType">The content type.</param>
    /// <returns>The answer.</returns>
    public static SandboxResponse Xml(int status, XElement body, string contentType = "text/xml")
    {
        ArgumentNullException.ThrowIfNull(body);
        return Text(status, body.ToString(), contentType);
    }

    /// <summary>Creates an HTML answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="page">The page.</param>
    /// <returns>The answer.</returns>
    public static SandboxResponse Html(int status, string page) => Text(status, page, "text/html; charset=utf-8");

    /// <summary>Creates an answer with any UTF-8 text.</summary>
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

    /// <summary>Returns the same answer with an additional header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value; it replaces an existing header of the same name.</param>
    /// <returns>The answer.</returns>
    public SandboxResponse WithHeader(string name, string value) =>
        this with
        {
            Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [name] = value },
        };
}

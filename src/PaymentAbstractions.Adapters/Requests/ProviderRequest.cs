using System.Buffers;
using System.Text;
using System.Text.Json;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

/// <summary>One HTTP request to the provider. The toolkit adds the headers of the profile and the key, and sends it.</summary>
/// <remarks>Escape ids that are part of the path. Immutable.</remarks>
public sealed record ProviderRequest
{
    private ProviderRequest(HttpMethod method, string path, ReadOnlyMemory<byte>? content)
    {
        Method = method;
        Path = path;
        Content = content;
    }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path below the base address, with its query. It is never printed.</summary>
    public string Path { get; }

    /// <summary>The body as UTF-8 bytes, or <see langword="null"/> for no body.</summary>
    public ReadOnlyMemory<byte>? Content { get; }

    /// <summary>The media type of <see cref="Content"/>.</summary>
    /// <value>The default is <c>application/json</c>.</value>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Headers of this request, in addition to those of the profile.</summary>
    /// <value>The default is an empty list.</value>
    public ValueList<TransportHeader> Headers { get; init; } = [];

    /// <summary>A secret that is the first segment of the path; see <see cref="TransportRequest.PathSecret"/>.</summary>
    public Secret? PathSecret { get; init; }

    /// <summary>
    /// Which commercial card data of the payment is sent and which is dropped. The result reports it once the request was sent.
    /// </summary>
    public CommercialDataResult CommercialData { get; init; } = CommercialDataResult.None;

    /// <summary>The names of the fields of the payment that are not sent. The result lists them once the request was sent.</summary>
    public ValueList<string> LeftOutFields { get; init; } = [];

    /// <summary>Creates a GET request.</summary>
    /// <param name="path">The path below the base address.</param>
    /// <returns>The request.</returns>
    public static ProviderRequest Get(string path) => new(HttpMethod.Get, path, content: null);

    /// <summary>Creates a POST request without content.</summary>
    /// <param name="path">The path below the base address.</param>
    /// <returns>The request.</returns>
    public static ProviderRequest Post(string path) => new(HttpMethod.Post, path, ReadOnlyMemory<byte>.Empty);

    /// <summary>Creates a DELETE request.</summary>
    /// <param name="path">The path below the base address.</param>
    /// <returns>The request.</returns>
    public static ProviderRequest Delete(string path) => new(HttpMethod.Delete, path, content: null);

    /// <summary>Creates a request with a JSON object.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the base address.</param>
    /// <param name="write">Writes the members of the object, without its braces.</param>
    /// <returns>The request.</returns>
    public static ProviderRequest Json(HttpMethod method, string path, Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new ProviderRequest(method, path, buffer.WrittenMemory);
    }

    /// <summary>
    /// Creates a POST request with a form (<c>application/x-www-form-urlencoded</c>). Fields without a value are left out.
    /// </summary>
    /// <param name="path">The path below the base address.</param>
    /// <param name="fields">The names and values.</param>
    /// <returns>The request.</returns>
    public static ProviderRequest Form(string path, IEnumerable<(string Name, string? Value)> fields)
    {
        var text = string.Join(
            '&',
            fields
                .Where(field => field.Value is not null)
                .Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value!)}")
        );
        return new ProviderRequest(HttpMethod.Post, path, Encoding.UTF8.GetBytes(text))
        {
            ContentType = "application/x-www-form-urlencoded",
        };
    }

    /// <summary>Creates a POST request with other content, for example XML.</summary>
    /// <param name="path">The path below the base address.</param>
    /// <param name="content">The bytes. Do not change them afterwards.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The request.</returns>
    public static ProviderRequest Post(string path, ReadOnlyMemory<byte> content, string contentType) =>
        new(HttpMethod.Post, path, content) { ContentType = contentType };

    /// <summary>Returns the method and the content type, without path and content.</summary>
    /// <returns>One safe line.</returns>
    public override string ToString() => $"{Method} ({ContentType})";
}

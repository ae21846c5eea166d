using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaymentAbstractions.Http;

public sealed partial class TransportAnswer
{
    /// <summary>Reads the body as JSON; a UTF-8 byte order mark is skipped.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <param name="typeInfo">The source-generated description of <typeparamref name="T"/>.</param>
    /// <param name="value">The value, when there is one.</param>
    /// <param name="problem">Why there is no value.</param>
    /// <returns>Whether a value was read. This does not depend on the meaning of the value.</returns>
    public bool TryReadJson<T>(JsonTypeInfo<T> typeInfo, [NotNullWhen(true)] out T? value, out JsonProblem problem)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        value = default;
        problem = JsonBody(out var json);
        if (problem != JsonProblem.None)
        {
            return false;
        }

        try
        {
            value = JsonSerializer.Deserialize(json, typeInfo);
        }
        catch (JsonException)
        {
            // The exception quotes the body, so it is neither kept nor used as an inner exception.
            problem = JsonProblem.MalformedJson;
            return false;
        }

        problem = value is null ? JsonProblem.JsonNull : JsonProblem.None;
        return value is not null;
    }

    /// <summary>Gets the body if its content type is JSON; a UTF-8 byte order mark is skipped.</summary>
    /// <param name="json">The bytes; whether they are JSON is not checked.</param>
    /// <returns>Whether there is a body with a JSON content type.</returns>
    public bool TryReadJsonBody(out ReadOnlySpan<byte> json) => JsonBody(out json) == JsonProblem.None;

    private JsonProblem JsonBody(out ReadOnlySpan<byte> json)
    {
        json = WithoutByteOrderMark(Body.Span);
        return json.Trim(" \t\r\n"u8).IsEmpty ? JsonProblem.EmptyBody
            : !IsJson(ContentType) ? JsonProblem.NotJsonContentType
            : JsonProblem.None;
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> body) =>
        body.StartsWith("\uFEFF"u8) ? body[3..] : body;

    private static bool IsJson(string? contentType)
    {
        var mediaType = contentType.AsSpan();
        var parameters = mediaType.IndexOf(';');
        mediaType = (parameters < 0 ? mediaType : mediaType[..parameters]).Trim();
        return mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}

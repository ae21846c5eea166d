using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>What the stub does with one request.</summary>
public sealed class StubAnswer(Func<HttpResponseMessage> respond)
{
    /// <summary>Whether the answer comes before the content of the request was read.</summary>
    public bool BeforeContent { get; private init; }

    public HttpResponseMessage Respond() => respond();

    public static StubAnswer Ok(JsonNode json) => Json(200, json);

    public static StubAnswer Json(int status, JsonNode json) => Text(status, json.ToJsonString());

    public static StubAnswer Error(int status, string type = "any", string message = "No.", string? code = null) =>
        Json(
            status,
            new JsonObject
            {
                ["error"] = new JsonObject
                {
                    ["type"] = type,
                    ["message"] = message,
                    ["code"] = code,
                },
            }
        );

    public static StubAnswer Xml(XElement body) => Text(200, body.ToString(), "text/xml");

    public static StubAnswer Text(
        int status,
        string body,
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    ) => Bytes(status, Encoding.UTF8.GetBytes(body), contentType, headers);

    public static StubAnswer Bytes(
        int status,
        byte[] body,
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    ) =>
        new(() =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        });

    /// <summary>The connection breaks after the request was read.</summary>
    public static StubAnswer Reset() =>
        new(() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended."));

    /// <summary>The connection is refused: the content is never asked for.</summary>
    public static StubAnswer Refused() =>
        new(() => throw new HttpRequestException(HttpRequestError.ConnectionError, "Refused."))
        {
            BeforeContent = true,
        };
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PaymentAbstractions.Conformance;

/// <summary>The reaction of a <see cref="StubProvider"/> to a request.</summary>
/// <param name="respond">Creates a new response, or throws an exception of an HTTP handler; called for each request.</param>
/// <remarks>Thread-safe. One answer can serve many requests.</remarks>
public sealed class StubAnswer(Func<CancellationToken, Task<HttpResponseMessage>> respond)
{
    /// <summary>
    /// Whether the stub answers without reading the body. Such a request is not recorded, because nothing of it was sent.
    /// </summary>
    public bool BeforeContent { get; private init; }

    /// <summary>Creates the response.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A new response.</returns>
    /// <exception cref="HttpRequestException">The answer is a broken or refused connection.</exception>
    public Task<HttpResponseMessage> RespondAsync(CancellationToken cancellationToken = default) =>
        respond(cancellationToken);

    /// <summary>Creates an answer with status 200 and a JSON body.</summary>
    /// <param name="json">The body.</param>
    /// <returns>The answer.</returns>
    public static StubAnswer Ok(JsonNode json) => Json(200, json);

    /// <summary>Creates an answer with status 201 and a JSON body.</summary>
    /// <param name="json">The body.</param>
    /// <returns>The answer.</returns>
    public static StubAnswer Created(JsonNode json) => Json(201, json);

    /// <summary>Creates an answer with any status and a JSON body.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="json">The body, which is serialized immediately; null is the JSON value <c>null</c>.</param>
    /// <returns>The answer.</returns>
    public static StubAnswer Json(int status, JsonNode? json) => Text(status, json?.ToJsonString() ?? "null");

    /// <summary>Creates a problem document (RFC 9457) with <c>status</c> and <c>detail</c>.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="detail">The text of the problem.</param>
    /// <returns>The answer.</returns>
    public static StubAnswer Problem(int status, string detail = "no") =>
        Json(status, new JsonObject { ["status"] = status, ["detail"] = detail });

    /// <summary>Creates an answer with status 200 and an XML body.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The answer.</returns>
    public static StubAnswer Xml(XElement body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Text(200, body.ToString(), "text/xml");
    }

    /// <summary>Creates an answer with any status and a UTF-8 text.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The content type, which is not validated.</param>
    /// <param name="headers">Further headers, including content headers; values are not validated.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">A name is not a valid header name.</exception>
    public static StubAnswer Text(
        int status,
        string body,
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    ) => Bytes(status, Encoding.UTF8.GetBytes(body), contentType, headers);

    /// <summary>Creates an answer with any status and any bytes.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The content type, which is not validated.</param>
    /// <param name="headers">Further headers, including content headers; values are not validated.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">A name is not a valid header name.</exception>
    public static StubAnswer Bytes(
        int status,
        byte[] body,
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    )
    {
        // Created once here, so that a wrong name fails the test and not the exchange.
        Make().Dispose();
        return new StubAnswer(_ => Task.FromResult(Make()));

        HttpResponseMessage Make()
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            foreach (var (name, value) in headers)
            {
                // Content headers cannot be added to the response headers.
                if (
                    !response.Headers.TryAddWithoutValidation(name, value)
                    && !response.Content.Headers.TryAddWithoutValidation(name, value)
                )
                {
                    throw new ArgumentException($"'{name}' is not a valid header name.", nameof(headers));
                }
            }

            return response;
        }
    }

    /// <summary>Creates an answer that breaks the connection after the request was read.</summary>
    /// <returns>The answer.</returns>
    public static StubAnswer Reset() =>
        new(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended."));

    /// <summary>Creates an answer that refuses the connection; the body is never read.</summary>
    /// <returns>The answer.</returns>
    public static StubAnswer Refused() =>
        new(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "Refused.")) { BeforeContent = true };

    /// <summary>Creates an answer that waits for a signal and then gives another answer.</summary>
    /// <param name="signal">The signal to wait for.</param>
    /// <param name="then">The answer after the signal.</param>
    /// <param name="beforeContent">Whether to wait before the body is read, instead of after it.</param>
    /// <returns>The answer.</returns>
    public static StubAnswer Held(Task signal, StubAnswer then, bool beforeContent = false) =>
        new(async cancellationToken =>
        {
            await signal.WaitAsync(cancellationToken);
            return await then.RespondAsync(cancellationToken);
        })
        {
            BeforeContent = beforeContent,
        };
}

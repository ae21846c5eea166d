using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PaymentAbstractions.Conformance;

/// <summary>What a <see cref="StubProvider"/> does with one request.</summary>
/// <param name="respond">Makes a new response, or throws what an HTTP handler throws; called for each request.</param>
/// <remarks>Thread-safe. One answer may serve many requests.</remarks>
public sealed class StubAnswer(Func<CancellationToken, Task<HttpResponseMessage>> respond)
{
    /// <summary>Whether the stub answers without reading the body; such a request is not recorded, for nothing of it was sent.</summary>
    public bool BeforeContent { get; private init; }

    /// <summary>Makes the response.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A new response.</returns>
    /// <exception cref="HttpRequestException">The answer is a broken or refused connection.</exception>
    public Task<HttpResponseMessage> RespondAsync(CancellationToken cancellationToken = default) =>
        respond(cancellationToken);

    /// <summary>Status 200 with a JSON body.</summary>
    /// <param name="json">The body.</param>
    /// <returns>The answer.</returns>
    public static StubAnswer Ok(JsonNode json) => Json(200, json);

    /// <summary>Status 201 with a JSON body.</summary>
    /// <param name="json">The body.</param>
    /// <returns>The answer.</returns>
    public static StubAnswer Created(JsonNode json) => Json(201, json);

    /// <summary>Any status with a JSON body.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="json">The body, read now; null is the JSON value <c>null</c>.</param>
    /// <returns>The answer.</returns>
    public static StubAnswer Json(int status, JsonNode? json) => Text(status, json?.ToJsonString() ?? "null");

    /// <summary>A problem document (RFC 9457) with <c>status</c> and <c>detail</c>.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="detail">The text of the problem.</param>
    /// <returns>The answer.</returns>
    public static StubAnswer Problem(int status, string detail = "no") =>
        Json(status, new JsonObject { ["status"] = status, ["detail"] = detail });

    /// <summary>Status 200 with an XML body.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The answer.</returns>
    public static StubAnswer Xml(XElement body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Text(200, body.ToString(), "text/xml");
    }

    /// <summary>Any status with a text in UTF-8.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its content type, unchecked.</param>
    /// <param name="headers">Further headers, those of the body included; values are unchecked.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">A name is no header's.</exception>
    public static StubAnswer Text(
        int status,
        string body,
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    ) => Bytes(status, Encoding.UTF8.GetBytes(body), contentType, headers);

    /// <summary>Any status with any bytes.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">Its content type, unchecked.</param>
    /// <param name="headers">Further headers, those of the body included; values are unchecked.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">A name is no header's.</exception>
    public static StubAnswer Bytes(
        int status,
        byte[] body,
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    )
    {
        // Once here, so that a wrong name fails the test and not the exchange.
        Make().Dispose();
        return new StubAnswer(_ => Task.FromResult(Make()));

        HttpResponseMessage Make()
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            foreach (var (name, value) in headers)
            {
                // A header of the body is not taken among the others.
                if (
                    !response.Headers.TryAddWithoutValidation(name, value)
                    && !response.Content.Headers.TryAddWithoutValidation(name, value)
                )
                {
                    throw new ArgumentException($"'{name}' is no name of a header.", nameof(headers));
                }
            }

            return response;
        }
    }

    /// <summary>The connection breaks after the request was read.</summary>
    /// <returns>The answer.</returns>
    public static StubAnswer Reset() =>
        new(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended."));

    /// <summary>The connection is refused: the body is never asked for.</summary>
    /// <returns>The answer.</returns>
    public static StubAnswer Refused() =>
        new(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "Refused.")) { BeforeContent = true };

    /// <summary>Waits for a signal and then gives another answer.</summary>
    /// <param name="signal">What to wait for.</param>
    /// <param name="then">The answer after that.</param>
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

using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>What the stub does with one request.</summary>
public sealed class StubAnswer(Func<CancellationToken, Task<HttpResponseMessage>> respond)
{
    /// <summary>Whether the answer comes before the request's content was read.</summary>
    public bool BeforeContent { get; private init; }

    public Task<HttpResponseMessage> RespondAsync(CancellationToken cancellationToken) => respond(cancellationToken);

    public static StubAnswer Ok(JsonNode json) => Json(200, json);

    public static StubAnswer Json(int status, JsonNode? json) => Text(status, json?.ToJsonString() ?? "null");

    /// <summary>A refusal in the second form: an error status, the text in the header, and next to nothing in the body.</summary>
    public static StubAnswer Error(int status, string? text) =>
        text is null
            ? Text(status, "Bad Request", "text/html")
            : Text(status, "Bad Request", "text/html", ("Error", text));

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
        new(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return Task.FromResult(response);
        });

    /// <summary>The connection breaks after the request was read.</summary>
    public static StubAnswer Reset() =>
        new(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended."));

    /// <summary>The connection is refused: the content is never asked for.</summary>
    public static StubAnswer Refused() =>
        new(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "Refused.")) { BeforeContent = true };

    public static StubAnswer After(int milliseconds, StubAnswer then) =>
        new(async cancellationToken =>
        {
            await Task.Delay(milliseconds, cancellationToken);
            return await then.RespondAsync(cancellationToken);
        });

    /// <summary>Waits for a signal, before the content is read or after it.</summary>
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

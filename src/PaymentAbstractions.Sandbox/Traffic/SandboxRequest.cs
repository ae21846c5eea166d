using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox;

/// <summary>One HTTP request that reached a sandbox.</summary>
public sealed record SandboxRequest
{
    /// <summary>The HTTP method in uppercase.</summary>
    public required string Method { get; init; }

    /// <summary>The path and query as they were sent: <c>/organizations/org_sandbox/transactions?limit=1</c>.</summary>
    public required string Path { get; init; }

    /// <summary>A copy of the headers; names are case-insensitive, and multiple values are joined with a comma.</summary>
    /// <remarks>They contain the API key as it was sent.</remarks>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body as text (UTF-8); empty when there was none.</summary>
    /// <remarks>It contains card data as it was sent: use the sandbox with test cards only.</remarks>
    public required string Body { get; init; }

    /// <summary>Whether the whole body arrived; false when the client disconnected.</summary>
    public required bool IsBodyComplete { get; init; }

    /// <summary>When it arrived, by the sandbox's clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Splits the path into its decoded segments, for a pattern: <c>["organizations", var id, "transactions"]</c>.</summary>
    /// <returns>The segments, without the query.</returns>
    public string[] SplitPath() =>
        [.. Path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    /// <summary>The decoded values of the query. The last value of a name wins.</summary>
    public IReadOnlyDictionary<string, string> Query =>
        Path.Split('?', 2) is [_, var query] ? ParsePairs(query) : ParsePairs("");

    /// <summary>The decoded fields of a form body (<c>a=1&amp;b=2</c>). The last value of a name wins.</summary>
    public IReadOnlyDictionary<string, string> Form => ParsePairs(Body);

    /// <summary>
    /// The body as JSON, read strictly: one object without duplicate names or invalid characters. Null when it is not such an object.
    /// </summary>
    public JsonObject? Json => JsonBody.TryParse(Body, out var body) ? body : null;

    /// <summary>
    /// Whether the method is POST, PUT, PATCH or DELETE. <see cref="ProviderSandbox.MovesMoney"/> determines whether the request moves
    /// money.
    /// </summary>
    public bool HasWriteMethod => Method is "POST" or "PUT" or "PATCH" or "DELETE";

    /// <summary>Returns the method and path, without headers and body, which can contain secrets.</summary>
    /// <returns>For example <c>POST /organizations/org_sandbox/transactions</c>.</returns>
    public override string ToString() => $"{Method} {Path}";

    private static Dictionary<string, string> ParsePairs(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var before, var after] ? (before, after) : (pair, "");
            values[Decode(name)] = Decode(value);
        }

        return values;
    }

    private static string Decode(string value) => Uri.UnescapeDataString(value.Replace('+', ' '));
}

using System.Text.Json;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly;

/// <summary>A problem document (RFC 9457) as Rebilly writes it, read so that no malformed variant throws.</summary>
/// <remarks>Source: core API reference, errors: every member may be absent, and a field may be listed more than once.</remarks>
internal readonly struct ProblemDetails
{
    private const int MaxText = 300;

    private ProblemDetails(string? text, ValueList<RequestProblem> problems)
    {
        IsProblem = true;
        Text = text;
        Problems = problems;
    }

    /// <summary>Whether the answer has the form of a problem document: a JSON object with at least one of its members.</summary>
    public bool IsProblem { get; }

    /// <summary>Title and detail, redacted and cut.</summary>
    public string? Text { get; }

    /// <summary>The fields that Rebilly complains about.</summary>
    public ValueList<RequestProblem> Problems => field ?? [];

    public static ProblemDetails Read(TransportAnswer answer, ShownText? shown = null)
    {
        if (!IsJson(answer.ContentType) || answer.Body.IsEmpty)
        {
            return default;
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return Read(document.RootElement, shown);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter is what text that is not valid Unicode throws when it is read.
            return default;
        }
    }

    private static ProblemDetails Read(JsonElement root, ShownText? shown)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        var title = TextOf(root, "title");
        var detail = TextOf(root, "detail") ?? TextOf(root, "error") ?? TextOf(root, "message");
        var problems = Fields(root, shown);
        var known = title ?? detail ?? TextOf(root, "type");
        if (known is null && problems.Count == 0 && !root.TryGetProperty("status", out _))
        {
            return default;
        }

        var text = (title, detail) switch
        {
            (null, null) => null,
            ({ } one, null) => one,
            (null, { } other) => other,
            ({ } one, { } other) => $"{one}: {other}",
        };
        return new ProblemDetails(text is null ? null : Clean(text, shown), problems);
    }

    private static ValueList<RequestProblem> Fields(JsonElement root, ShownText? shown)
    {
        if (!root.TryGetProperty("invalidFields", out var fields) || fields.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var problems = new List<RequestProblem>();
        foreach (var item in fields.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                problems.Add(
                    new RequestProblem
                    {
                        Field = Clean(TextOf(item, "field") ?? "(unnamed)", shown),
                        Message = Clean(TextOf(item, "message") ?? "is not accepted.", shown),
                    }
                );
            }
        }

        return [.. problems];
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() is { Length: > 0 } text
                ? text
                : null
            : null;

    private static string Clean(string text, ShownText? shown) =>
        TextCut.ToLength(shown?.Mask(text) ?? Redactor.Redact(text), MaxText);

    private static bool IsJson(string? contentType) =>
        contentType is not null
        && contentType.Split(';')[0].Trim().EndsWith("json", StringComparison.OrdinalIgnoreCase);
}

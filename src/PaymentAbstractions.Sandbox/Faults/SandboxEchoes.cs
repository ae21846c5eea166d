using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PaymentAbstractions.Sandbox;

/// <summary>The member names under which an API's answers repeat values of the request, so that faults can falsify them.</summary>
/// <remarks>
/// A name refers to a JSON member or an XML element; the outermost one counts. A fault for a value without a name is not supported.
/// Immutable and thread-safe.
/// </remarks>
public sealed record SandboxEchoes
{
    private static readonly HashSet<string> Usual = new(
        [
            "Accept",
            "Accept-Encoding",
            "Host",
            "Connection",
            "User-Agent",
            "Content-Type",
            "Content-Length",
            "traceparent",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The amount: a number, or a text that contains a number. Null when answers show no amount.</summary>
    public string? Amount { get; init; }

    /// <summary>The currency's ISO 4217 code. Null when answers show no currency.</summary>
    public string? Currency { get; init; }

    /// <summary>The type of the transaction. Null when answers show no type.</summary>
    public string? Type { get; init; }

    /// <summary>
    /// Two or more types that the API knows; a falsified answer shows a wrong one. Required with <see cref="Type"/>.
    /// </summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The transaction's id: a text or a number.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the original of a capture or refund. Null when answers do not show it.</summary>
    public string? Parent { get; init; }

    /// <summary>The status of the transaction, a text. Null when answers show no status.</summary>
    public string? Status { get; init; }

    /// <summary>The idempotency key of the request that created the transaction, a text. Null when answers do not repeat it.</summary>
    public string? Key { get; init; }

    /// <summary>The members with human-readable texts, to which a repeated request is added, in addition to a member <c>echo</c>.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The problem of the names; null when they are valid.</summary>
    internal string? Problem =>
        Type is not null && Types.Distinct(StringComparer.Ordinal).Count() < 2
            ? $"Types has {Types.Distinct(StringComparer.Ordinal).Count()} types ({string.Join(", ", Types)}), but Type is '{Type}'. "
                + "Set Types to two types that the API knows, so that an answer can show a wrong one, or omit Type if answers show no type."
            : null;

    internal bool CanShow(SandboxEcho echo) => NamesOf(echo).Any();

    /// <param name="response">The correct answer.</param>
    /// <param name="echo">The value to falsify.</param>
    /// <param name="request">The request that it answers.</param>
    /// <param name="known">The ids of the existing transactions, oldest first.</param>
    internal SandboxResponse Falsify(
        SandboxResponse response,
        SandboxEcho echo,
        SandboxRequest request,
        IEnumerable<string> known
    )
    {
        if (response.Body.Length == 0)
        {
            // An error page can contain it; a success without a body is not changed.
            return echo == SandboxEcho.Request && response.Status >= 400
                ? response with
                {
                    Body = Encoding.UTF8.GetBytes(Repeat(request)),
                    ContentType = "text/plain",
                }
                : response;
        }

        var text = Encoding.UTF8.GetString(response.Body.Span);
        var changed =
            response.ContentType.Contains("json", StringComparison.Ordinal) ? InJson(text, echo, request, known)
            : response.ContentType.Contains("xml", StringComparison.Ordinal) ? InXml(text, echo, request, known)
            : echo == SandboxEcho.Request ? $"{text} {Repeat(request)}"
            : null;
        return changed is null ? response : response with { Body = Encoding.UTF8.GetBytes(changed) };
    }

    private IEnumerable<string> NamesOf(SandboxEcho echo) =>
        echo switch
        {
            SandboxEcho.Amount => Named(Amount),
            SandboxEcho.Currency => Named(Currency),
            SandboxEcho.Type => Named(Type),
            SandboxEcho.Id or SandboxEcho.OtherId => Named(Id),
            SandboxEcho.Parent or SandboxEcho.MissingParent => Named(Parent),
            SandboxEcho.Key or SandboxEcho.MissingKey => Named(Key),
            SandboxEcho.Status => Named(Status),
            _ => Texts.Append("echo"),
        };

    private static string[] Named(string? name) => name is null ? [] : [name];

    private string? InJson(string text, SandboxEcho echo, SandboxRequest request, IEnumerable<string> known)
    {
        if (JsonNode.Parse(text) is not JsonObject body)
        {
            return null;
        }

        if (echo == SandboxEcho.Request)
        {
            body["echo"] = "";
        }

        var isChanged = false;
        foreach (var name in NamesOf(echo))
        {
            if (Outermost(body, name) is var (owner, value))
            {
                var wrong = Wrong(echo, value.ToString(), request, known);
                owner[name] = value.GetValueKind() == JsonValueKind.Number ? JsonNode.Parse(wrong ?? "null") : wrong;
                isChanged |= wrong != value.ToString();
            }
        }

        return isChanged ? body.ToJsonString() : null;
    }

    private string? InXml(string text, SandboxEcho echo, SandboxRequest request, IEnumerable<string> known)
    {
        var document = XDocument.Parse(text);
        if (echo == SandboxEcho.Request)
        {
            document.Root!.Add(new XElement("echo"));
        }

        var isChanged = false;
        foreach (var element in NamesOf(echo).Select(name => document.Descendants(name).FirstOrDefault()))
        {
            if (
                element is not null
                && Wrong(echo, element.Value, request, known) is var wrong
                && wrong != element.Value
            )
            {
                element.Value = wrong ?? "";
                isChanged = true;
            }
        }

        return isChanged ? document.ToString() : null;
    }

    // Returns the value itself if it cannot be falsified, for example an amount that is not a number, and null if the member is omitted.
    private string? Wrong(SandboxEcho echo, string value, SandboxRequest request, IEnumerable<string> known) =>
        echo switch
        {
            SandboxEcho.Amount => TryFigure(value, out var amount)
                ? (amount + 1).ToString(CultureInfo.InvariantCulture)
                : value,
            SandboxEcho.Currency => SameCase(
                value,
                value.Equals("XTS", StringComparison.OrdinalIgnoreCase) ? "XXX" : "XTS"
            ),
            SandboxEcho.Type => Types.First(type => type != value),
            SandboxEcho.Id => TryFigure(value, out _) ? "0" : "",
            SandboxEcho.Parent => TryFigure(value, out var id)
                ? (id + 1).ToString(CultureInfo.InvariantCulture)
                : value + "0",
            SandboxEcho.Status => "unheard_of",
            SandboxEcho.Key => value + "0",
            SandboxEcho.MissingKey or SandboxEcho.MissingParent => null,
            SandboxEcho.OtherId => known.LastOrDefault(id => id != value) ?? value,
            _ => $"{value} {Repeat(request)}",
        };

    private static bool TryFigure(string value, out decimal figure) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out figure);

    private static string SameCase(string like, string value) =>
        like.All(char.IsLower) ? value.ToLowerInvariant() : value;

    // Repeats bare values, as in "Invalid key: …", without the headers that every client sends, so that a truncated text still shows the
    // relevant values.
    private static string Repeat(SandboxRequest request)
    {
        var headers = request
            .Headers.Where(header => !Usual.Contains(header.Key))
            .Select(header => header.Value.Split(' ')[^1]);
        return $"{request.Method} {request.Path} {string.Join(' ', headers)} {request.Body}";
    }

    private static (JsonObject Owner, JsonNode Value)? Outermost(JsonObject body, string name)
    {
        var level = new List<JsonObject> { body };
        while (level.Count > 0)
        {
            foreach (var owner in level)
            {
                if (owner[name] is JsonValue value)
                {
                    return (owner, value);
                }
            }

            level = [.. level.SelectMany(owner => owner.Select(member => member.Value).OfType<JsonObject>())];
        }

        return null;
    }
}

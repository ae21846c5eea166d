using System.Text.Json;

namespace PaymentAbstractions.Conventions;

/// <summary>The operations and fields that the golden files of a provider's tests show, by their full paths.</summary>
internal sealed class GoldenFields
{
    private static readonly char[] Slash = ['/'];

    private readonly string _provider;
    private readonly List<(string[] Operation, HashSet<string> Names)> _requests;
    private readonly List<(string File, HashSet<string> Names)> _answers;

    public GoldenFields(string provider)
    {
        var folder = $"tests/PaymentAbstractions.{provider}.Tests/Golden/";
        var files = Repository.Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal)).ToList();
        _provider = provider;
        _requests =
        [
            .. files
                .Where(file => file.EndsWith(".http", StringComparison.Ordinal))
                .SelectMany(file => Repository.Read(file).ReplaceLineEndings("\n").Split("\n###\n"))
                .Select(RequestOf),
        ];
        _answers =
        [
            .. files
                .Where(file => file.EndsWith(".json", StringComparison.Ordinal))
                .Select(file => (Path.GetFileName(file), NamesOf(Repository.Read(file)))),
        ];
    }

    public int Requests => _requests.Count;

    public int Answers => _answers.Count;

    /// <summary>Whether a golden file shows a name.</summary>
    public bool Shows(DocumentedName documented) =>
        documented.Kind switch
        {
            "operation" => _requests.Exists(request => Matches(request.Operation, documented.Name)),
            "request" => documented.Field == DocumentedName.Body || ShowsRequest(documented.Where, documented.Field),
            "response" => documented.Field == DocumentedName.Body || ShowsAnswer(documented.Where, documented.Field),
            "webhook" when documented.Where == "Events" => _answers.Exists(answer =>
                answer.Names.Contains($"eventType={documented.Name}")
            ),
            "webhook" => _answers.Exists(answer =>
                answer.File.StartsWith("notification-", StringComparison.Ordinal)
                && answer.Names.Contains(documented.Field)
            ),
            "group" => true,
            _ => false,
        };

    private bool ShowsRequest(string where, string field) =>
        UsesOf("request", where).Exists(use => ShowsRequest(use.Where, Inside(use, field)))
        || _requests.Exists(request =>
            (where == "Every operation" || Matches(request.Operation, where)) && request.Names.Contains(field)
        );

    // An answer does not name the operation that it answers.
    private bool ShowsAnswer(string where, string field) =>
        UsesOf("response", where) is { Count: > 0 } uses
            ? uses.Exists(use => ShowsAnswer(use.Where, Inside(use, field)))
            : _answers.Exists(answer => answer.Names.Contains(field.Replace("header ", "", StringComparison.Ordinal)));

    private List<DocumentedName> UsesOf(string kind, string name) =>
        [.. DocumentedName.All.Where(one => one.Provider == _provider && one.Kind == kind && one.Object == name)];

    private static string Inside(DocumentedName use, string field) =>
        use.Field == DocumentedName.Body ? field : $"{use.Field}.{field}";

    // A part in braces matches any value.
    private static bool Matches(string[] operation, string documented)
    {
        var parts = Parts(documented);
        return parts.Length == operation.Length
            && parts.Zip(operation).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    private static string[] Parts(string operation) =>
        operation.Split(' ') is [var method, var path]
            ? [method, .. path.Split(Slash, StringSplitOptions.RemoveEmptyEntries)]
            : [];

    private static (string[] Operation, HashSet<string> Names) RequestOf(string text)
    {
        var parts = text.Split("\n\n", 2);
        var lines = parts[0].Split('\n');
        var address = lines[0].Split('?');
        var names = parts is [_, var body] && body.Trim() is { Length: > 0 } json ? NamesOf(json) : [];
        names.UnionWith(lines.Skip(1).Select(line => $"header {line.Split(':')[0]}"));
        names.UnionWith(address.Skip(1).SelectMany(query => query.Split('&')).Select(one => $"?{one.Split('=')[0]}"));
        return (Parts(address[0]), names);
    }

    // Every path, and every event together with its name.
    private static HashSet<string> NamesOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. NamesOf(document.RootElement, "")];
    }

    private static IEnumerable<string> NamesOf(JsonElement element, string prefix) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => NamesOf(item, prefix)),
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member =>
                    NamesOf(member.Value, $"{prefix}{member.Name}.")
                        .Prepend($"{prefix}{member.Name}={member.Value}")
                        .Prepend($"{prefix}{member.Name}")
                ),
            _ => [],
        };
}

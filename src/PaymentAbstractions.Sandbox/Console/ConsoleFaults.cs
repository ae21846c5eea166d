using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox;

/// <summary>Shows, adds and drops the faults of all emulators.</summary>
internal sealed class ConsoleFaults(ConsoleProviders providers)
{
    private const int MaxCount = 100;
    private static readonly string[] Members = ["provider", "fault", "count"];

    public JsonObject Show() =>
        new()
        {
            ["providers"] = new JsonArray([.. providers.Names.Select(static name => JsonValue.Create(name))]),
            ["faults"] = new JsonArray([.. ConsoleFaultKind.All.Select(Kind)]),
            ["waiting"] = new JsonArray([
                .. providers.All.SelectMany(one =>
                    one.Value.Faults.Waiting.GroupBy(fault => fault.Name, StringComparer.Ordinal)
                        .Select(group => Waiting(one.Key, group.Key, group.Count()))
                ),
            ]),
        };

    public SandboxResponse Add(SandboxRequest request)
    {
        if (
            !request
                .Headers.GetValueOrDefault("Content-Type", "")
                .StartsWith("application/json", StringComparison.OrdinalIgnoreCase) || request.Json is not { } body
        )
        {
            return ConsoleApi.Problem(
                400,
                """The body must be application/json with one object: { "provider": "Rebilly", "fault": "Hang", "count": 1 }."""
            );
        }

        var problems = body.Where(static member => !Members.Contains(member.Key, StringComparer.Ordinal))
            .Select(static member =>
                $"'{member.Key}' is not a member of a fault. The members are {string.Join(", ", Members)}."
            )
            .ToList();
        var sandbox = Provider(body["provider"], problems);
        var kind = Fault(body["fault"], sandbox, problems);
        var count = Count(body, problems);
        if (problems.Count > 0)
        {
            return ConsoleApi.Problem(400, problems);
        }

        for (var times = 0; times < count; times++)
        {
            sandbox!.Faults.Enqueue(kind!.Fault);
        }

        return SandboxResponse.Json(200, Show());
    }

    public SandboxResponse Clear()
    {
        foreach (var (_, sandbox) in providers.All)
        {
            sandbox.Faults.Clear();
        }

        return new() { Status = 204 };
    }

    private JsonObject Kind(ConsoleFaultKind kind) =>
        new()
        {
            ["fault"] = kind.Fault.Name,
            ["title"] = kind.Title,
            ["takesEffect"] = kind.Fault.Processes,
            ["providers"] = new JsonArray([
                .. providers
                    .All.Where(one => one.Value.Faults.CanShow(kind.Fault))
                    .Select(static one => JsonValue.Create(one.Key)),
            ]),
        };

    private static JsonObject Waiting(string provider, string fault, int count) =>
        new()
        {
            ["provider"] = provider,
            ["fault"] = fault,
            ["count"] = count,
        };

    private ProviderSandbox? Provider(JsonNode? value, List<string> problems)
    {
        var sandbox = Text(value) is { } name ? providers.Find(name) : null;
        if (sandbox is null)
        {
            problems.Add($"provider is {Shown(value)}, and must be one of {string.Join(", ", providers.Names)}.");
        }

        return sandbox;
    }

    private static ConsoleFaultKind? Fault(JsonNode? value, ProviderSandbox? sandbox, List<string> problems)
    {
        var kind = Text(value) is { } name
            ? ConsoleFaultKind.All.FirstOrDefault(one =>
                one.Fault.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            )
            : null;
        if (kind is null)
        {
            problems.Add($"fault is {Shown(value)}, and must be one of the faults that GET /api/faults lists.");
        }
        else if (sandbox?.Faults.CanShow(kind.Fault) == false)
        {
            problems.Add($"fault is {Shown(value)}, which this provider cannot show: its answers have no such value.");
        }

        return kind;
    }

    private static int Count(JsonObject body, List<string> problems)
    {
        if (!body.TryGetPropertyValue("count", out var value))
        {
            return 1;
        }

        if (value is JsonValue number && number.TryGetValue<int>(out var count) && count is >= 1 and <= MaxCount)
        {
            return count;
        }

        problems.Add($"count is {Shown(value)}, and must be a whole number from 1 to {MaxCount}.");
        return 0;
    }

    private static string? Text(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string Shown(JsonNode? value) => value is null ? "missing" : value.ToJsonString();
}

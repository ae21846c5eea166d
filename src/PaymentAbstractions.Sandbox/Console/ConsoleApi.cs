using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PaymentAbstractions.Sandbox;

/// <summary>Answers the requests of a console.</summary>
internal sealed class ConsoleApi(ConsoleProviders providers)
{
    private readonly ConsoleViews _views = new(providers);
    private readonly ConsoleFaults _faults = new(providers);

    public async Task RunAsync(HttpContext context)
    {
        var request = await RequestReader.ReadAsync(context, TimeProvider.System.GetUtcNow()).ConfigureAwait(false);
        if (!request.IsBodyComplete)
        {
            context.Abort();
            return;
        }

        var response = ConsoleGuard.Refuse(request) ?? Answer(request);
        await ResponseWriter
            .SendAsync(
                context,
                response
                    .WithHeader("Cache-Control", "no-store")
                    .WithHeader("Content-Security-Policy", ConsolePage.Policy)
                    .WithHeader("X-Content-Type-Options", "nosniff")
                    .WithHeader("Referrer-Policy", "no-referrer")
            )
            .ConfigureAwait(false);
    }

    /// <summary>An error answer (RFC 9457) with all problems in one text.</summary>
    public static SandboxResponse Problem(int status, params IEnumerable<string> problems) =>
        SandboxResponse.Json(
            status,
            new JsonObject { ["status"] = status, ["detail"] = string.Join(' ', problems) },
            "application/problem+json"
        );

    private SandboxResponse Answer(SandboxRequest request) =>
        request.SplitPath() switch
        {
            ["api", "ledger"] => Read(request, () => Listed(request, _views.Ledger)),
            ["api", "requests"] => Read(request, () => Listed(request, _views.Requests)),
            ["api", "faults"] => request.Method switch
            {
                "GET" => SandboxResponse.Json(200, _faults.Show()),
                "POST" => _faults.Add(request),
                "DELETE" => _faults.Clear(),
                _ => NotAllowed(request, "GET, POST, DELETE"),
            },
            var path when ConsolePage.Find(path) is { } file => Read(request, () => file),
            _ => Problem(404, $"There is no {request.Path.Split('?')[0]} in the console. Its page is at /."),
        };

    private static SandboxResponse Read(SandboxRequest request, Func<SandboxResponse> answer) =>
        request.Method == "GET" ? answer() : NotAllowed(request, "GET");

    private static SandboxResponse Listed(SandboxRequest request, Func<int, JsonArray> list)
    {
        if (!request.Query.TryGetValue("limit", out var text))
        {
            return SandboxResponse.Json(200, list(int.MaxValue));
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? SandboxResponse.Json(200, list(limit))
            : Problem(400, $"limit is '{text}', and must be a whole number from 1.");
    }

    private static SandboxResponse NotAllowed(SandboxRequest request, string allowed) =>
        Problem(405, $"{request.Method} is not allowed here. Allowed: {allowed}.").WithHeader("Allow", allowed);
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The API as the host calls it: path, credentials, quota and body, then the operation.</summary>
internal sealed class RebillyApi(RebillyWorld world) : ISandboxApi
{
    private readonly RebillyRouter _router = new(world);

    public SandboxResponse Handle(SandboxRequest request)
    {
        var (segments, query) = RequestTarget.Parse(request.Path);
        if (segments is not ["organizations", var organizationId, .. var rest])
        {
            return world.Problems.NotFound();
        }

        lock (world.Gate)
        {
            if (!world.Organizations.TryGetValue(organizationId, out var organization))
            {
                return world.Problems.NotFound();
            }

            organization.Book.CatchUp(world.Options.SettleAfter);
            if (rest is ["approvals", var transactionId])
            {
                return ApprovalPage.Handle(request, organization, transactionId);
            }

            return Credentials.Check(request, rest, organization, world)
                ?? Metered(request, organization, () => Process(request, organization, rest, query));
        }
    }

    public SandboxResponse Problem(int status, string detail) => world.Problems.Of(status, detail);

    public SandboxResponse TooManyRequests(TimeSpan wait) =>
        world
            .Problems.Of(429, "Too many requests.")
            .WithHeader("X-RateLimit-Retry-After", Text((world.Now + wait).ToUnixTimeSeconds()))
            .WithHeader("Retry-After", Text((long)Math.Ceiling(wait.TotalSeconds)));

    public SandboxResponse Falsify(SandboxResponse response, SandboxEcho echo)
    {
        var isResource = response.Status < 300 && response.ContentType == "application/json";
        if (!isResource || JsonNode.Parse(response.Body) is not JsonObject body)
        {
            return response;
        }

        var (name, value) = echo switch
        {
            SandboxEcho.Amount => ("amount", JsonValue.Create((body["amount"]?.GetValue<decimal>() ?? 0) + 1)),
            SandboxEcho.Currency => (
                "currency",
                JsonValue.Create(body["currency"]?.GetValue<string>() == "XTS" ? "XXX" : "XTS")
            ),
            SandboxEcho.Type => ("type", JsonValue.Create(TransactionType.Setup)),
            _ => ("id", JsonValue.Create("")),
        };
        if (!body.ContainsKey(name))
        {
            return response;
        }

        body[name] = value;
        return response with { Body = SandboxResponse.Json(response.Status, body).Body };
    }

    private SandboxResponse Process(
        SandboxRequest request,
        Organization organization,
        string[] segments,
        IReadOnlyDictionary<string, string> query
    )
    {
        JsonObject? body = [];
        if (request.Body.Length > 0)
        {
            var contentType = request.Headers.GetValueOrDefault("Content-Type", "");
            if (!contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            {
                return world.Problems.Of(415, "The content type must be application/json.");
            }

            if (!JsonBody.TryParse(request.Body, out body))
            {
                return world.Problems.Of(400, "The body is not a valid JSON object.");
            }
        }

        return _router.Route(
            new()
            {
                Organization = organization,
                Method = request.Method,
                Segments = segments,
                Query = query,
                Body = body,
            }
        );
    }

    private SandboxResponse Metered(SandboxRequest request, Organization organization, Func<SandboxResponse> process)
    {
        if (!request.IsWrite)
        {
            return process();
        }

        var quota = organization.Quota;
        var limit = world.Options.WriteLimit;
        if (!quota.TryTake(limit, world.Now))
        {
            return TooManyRequests(quota.Reset - world.Now);
        }

        var shownLimit = limit ?? WriteQuota.ProviderLimit;
        var response = process();
        return response.Status >= 400
            ? response
            : response
                .WithHeader("X-RateLimit-Limit", Text(shownLimit))
                .WithHeader("X-RateLimit-Remaining", Text(quota.Remaining(shownLimit)));
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}

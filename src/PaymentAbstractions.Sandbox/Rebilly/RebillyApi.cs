using System.Globalization;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Processes a request: path, credentials, quota and body, then the operation.</summary>
internal sealed class RebillyApi(RebillyWorld world)
{
    private readonly RebillyRouter _router = new(world);

    public SandboxResponse Answer(SandboxRequest request)
    {
        if (
            request.SplitPath() is not ["organizations", var organizationId, .. var rest]
            || !world.Organizations.TryGetValue(organizationId, out var organization)
        )
        {
            return world.Problems.NotFound();
        }

        organization.Book.CatchUp(world.Options.SettleAfter);
        return rest switch
        {
            // Pages for customers have no key.
            ["approvals", var transactionId] => ApprovalPage.Handle(request, organization, transactionId),
            [HostedFieldsPage.Path] => HostedFieldsPage.Handle(request, organization),
            _ => Credentials.Check(request, rest, organization, world)
                ?? Metered(request, organization, () => Process(request, organization, rest)),
        };
    }

    public SandboxResponse TooManyRequests(TimeSpan wait) =>
        world
            .Problems.Of(429, "Too many requests.")
            .WithHeader("X-RateLimit-Retry-After", Text((world.Now + wait).ToUnixTimeSeconds()))
            .WithHeader("Retry-After", Text((long)Math.Ceiling(wait.TotalSeconds)));

    private SandboxResponse Process(SandboxRequest request, Organization organization, string[] segments)
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
                Query = request.Query,
                Body = body,
            }
        );
    }

    private SandboxResponse Metered(SandboxRequest request, Organization organization, Func<SandboxResponse> process)
    {
        if (!request.HasWriteMethod)
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

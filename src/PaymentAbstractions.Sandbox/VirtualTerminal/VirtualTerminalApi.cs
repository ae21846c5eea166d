using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Processes a request: path and key, then the operation.</summary>
internal sealed class VirtualTerminalApi(VirtualTerminalWorld world)
{
    private readonly VirtualTerminalRouter _router = new(world);

    public SandboxResponse Answer(SandboxRequest request)
    {
        world.CatchUp();
        return request.SplitPath() switch
        {
            [HostedForms.Path, var formId] => FormPage.Handle(request, formId, world),
            [var api, .. var rest] when IsSame(api, "api") => Route(request, rest),
            _ => Refusals.Plain(404),
        };
    }

    private SandboxResponse Route(SandboxRequest request, string[] segments) =>
        request.Method switch
        {
            "GET" => Read(segments),
            "POST" => Write(request, segments),
            _ => Refusals.Plain(405),
        };

    private SandboxResponse Read(string[] segments)
    {
        if (segments is not [var key, .. var rest] || world.FindMerchant(key) is not { } merchant)
        {
            return world.BadKey();
        }

        return _router.Read(new() { Merchant = merchant, Body = new(new JsonObject()) }, Lower(rest));
    }

    private SandboxResponse Write(SandboxRequest request, string[] segments)
    {
        var contentType = request.Headers.GetValueOrDefault("Content-Type", "");
        if (
            !contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
            || !JsonBody.TryParse(request.Body, out var body, ignoreCase: true)
        )
        {
            return Refusals.Plain(400);
        }

        var fields = new BodyReader(body);
        if (world.FindMerchant(fields.Text("ApiKey")) is not { } merchant)
        {
            return world.BadKey();
        }

        var path = Lower(segments);
        var mid = fields.Text("MID");
        var isCharge = path is ["transaction", "add" or "start"];
        return (mid is not null || isCharge) && mid != merchant.Account.Mid
            ? Refusals.BadRequest("Invalid MID")
            : _router.Write(new() { Merchant = merchant, Body = fields }, path);
    }

    private static string[] Lower(string[] segments) =>
        Array.ConvertAll(segments, static segment => segment.ToLowerInvariant());

    private static bool IsSame(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}

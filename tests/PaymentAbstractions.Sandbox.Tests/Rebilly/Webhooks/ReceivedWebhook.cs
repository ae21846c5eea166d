using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Tests.Rebilly.Webhooks;

internal sealed record ReceivedWebhook(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    string Body
)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Tool;

/// <summary>The settings that gateways need to reach the emulators.</summary>
internal static class GatewaySettings
{
    // It goes to a settings file, not into a page.
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(RunningSandbox sandbox) =>
        new JsonObject
        {
            ["Payments"] = new JsonObject
            {
                ["Default"] = "cards_eu",
                ["Gateways"] = new JsonObject { ["cards_eu"] = Rebilly(sandbox), ["b2b_us"] = Terminal(sandbox) },
            },
        }.ToJsonString(Json);

    private static JsonObject Rebilly(RunningSandbox sandbox) =>
        new()
        {
            ["Provider"] = "Rebilly",
            ["Environment"] = "Sandbox",
            ["BaseUrl"] = $"{sandbox.Rebilly.BaseAddress}",
            ["OrganizationId"] = sandbox.RebillyAccount.OrganizationId,
            ["WebsiteId"] = sandbox.RebillyAccount.WebsiteId,
            ["ApiKey"] = sandbox.RebillyAccount.ApiKey,
            ["PublishableKey"] = sandbox.RebillyAccount.PublishableKey,
            ["Webhooks"] = sandbox.Webhooks is null
                ? new() { ["Enabled"] = false }
                : new JsonObject
                {
                    ["Authentication"] = "Basic",
                    ["UserName"] = RunningSandbox.WebhookUserName,
                    ["Password"] = RunningSandbox.WebhookPassword,
                },
        };

    private static JsonObject Terminal(RunningSandbox sandbox) =>
        new()
        {
            ["Provider"] = "VirtualTerminal",
            ["Environment"] = "Sandbox",
            ["BaseUrl"] = $"{sandbox.Terminal.BaseAddress}",
            ["ApiKey"] = sandbox.TerminalAccount.ApiKey,
            ["MerchantId"] = sandbox.TerminalAccount.Mid,
            ["CustomerIds"] = "Code",
            ["EnableRefunds"] = true,
        };
}

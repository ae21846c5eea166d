using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>Falsifies one value in the answer about a transaction.</summary>
internal static class EchoFalsifier
{
    private const string Captured = "CaptureAmount";

    public static SandboxResponse Falsify(
        SandboxResponse response,
        SandboxEcho echo,
        VirtualTerminalSandboxProfile profile,
        SandboxLedger ledger
    )
    {
        var isAnswer = response.Status == 200 && response.ContentType == WireJson.ContentType;
        if (
            !isAnswer
            || JsonNode.Parse(response.Body.Span) is not JsonObject body
            || NameOf(body, echo) is not { } name
        )
        {
            return response;
        }

        body[name] = Wrong(echo, body[name]!, profile, ledger);
        if (echo == SandboxEcho.Amount && body[Captured] is { } captured && captured.GetValue<decimal>() != 0)
        {
            body[Captured] = Wrong(echo, captured, profile, ledger);
        }

        return WireJson.Ok(body, profile);
    }

    private static string? NameOf(JsonObject body, SandboxEcho echo)
    {
        string[] names = echo switch
        {
            SandboxEcho.Amount => ["TotalAmount"],
            SandboxEcho.Type => ["TransactionType"],
            SandboxEcho.Id or SandboxEcho.OtherId => ["ID", "Id", "TransactionId"],
            SandboxEcho.Status => ["Status"],
            _ => [],
        };
        return Array.Find(names, name => body[name] is not null);
    }

    private static JsonValue Wrong(
        SandboxEcho echo,
        JsonNode value,
        VirtualTerminalSandboxProfile profile,
        SandboxLedger ledger
    )
    {
        if (echo == SandboxEcho.Amount)
        {
            return JsonValue.Create(value.GetValue<decimal>() + 1);
        }

        if (echo == SandboxEcho.Status)
        {
            return JsonValue.Create("Unheard of");
        }

        if (echo is SandboxEcho.Id or SandboxEcho.OtherId)
        {
            var right = value.ToString();
            var ids = ledger.Movements.Select(movement => movement.TransactionId);
            var wrong = echo == SandboxEcho.Id ? "0" : ids.LastOrDefault(id => id != right) ?? right;
            return value.GetValueKind() == JsonValueKind.Number
                ? JsonValue.Create(long.Parse(wrong, CultureInfo.InvariantCulture))
                : JsonValue.Create(wrong);
        }

        var credit = TransactionType.Shown(TransactionType.Credit, profile);
        return JsonValue.Create(
            value.GetValue<string>() == credit ? TransactionType.Shown(TransactionType.Sale, profile) : credit
        );
    }
}

using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The operations on the only gateway account of every organization.</summary>
internal sealed class GatewayAccountOperations(RebillyWorld world)
{
    private static readonly Dictionary<string, ListField<string>> Fields = new(StringComparer.Ordinal)
    {
        ["id"] = ListField<string>.Text(id => id),
    };

    public SandboxResponse List(RebillyCall call) =>
        new CollectionQuery<string>(Fields, world.Problems).Answer([TestGateway.AccountId], call.Query, _ => Write());

    public SandboxResponse Read(string id) =>
        id == TestGateway.AccountId ? SandboxResponse.Json(200, Write()) : world.Problems.NotFound();

    private JsonObject Write() =>
        new()
        {
            ["id"] = TestGateway.AccountId,
            ["gatewayName"] = TestGateway.Name,
            ["acquirerName"] = TestGateway.Name,
            ["method"] = InstrumentDetails.Card,
            ["acceptedCurrencies"] = TransactionJson.Texts(world.Options.Currencies.Order(StringComparer.Ordinal)),
            ["status"] = "active",
            ["threeDSecure"] = false,
            ["timeout"] = 30,
            ["approvalWindowTtl"] = (int)TransactionRecord.ApprovalWindow.TotalSeconds,
            ["setupInstruction"] = "do-nothing",
            ["readyToPayoutInstruction"] = "all",
            ["isDown"] = false,
        };
}
